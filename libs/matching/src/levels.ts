import type { EvidenceItem } from './evidence.js';

/** What is learned: kinds of evidence whose weights do not hang on how rare a value is. */
export const LEARNED_KINDS = ['place', 'holder', 'birth', 'seen', 'arrest'] as const;
export type LearnedKind = (typeof LEARNED_KINDS)[number];

/** Greatest years of the steps of `WEIGHTS`; beyond the last is `more`. */
const STEPS = {
  birth: [0, 1, 2, 5, 10],
  'seen.older': [12, 17, 21],
  'seen.younger': [2, 6, 10],
  arrest: [2, 3, 4],
} as const;

/** Years from which on an age as seen is absurd, which is not learned: too few true pairs are. */
const ABSURD = { 'seen.older': 32, 'seen.younger': 18 } as const;

function stepOf(steps: keyof typeof STEPS, years: number): string {
  const step = STEPS[steps].find((most) => years <= most);
  return `${steps}${steps.includes('.') ? '-' : '.'}${step ?? 'more'}`;
}

/** The key of the weight that an item of evidence came from; null where it is not learned. */
export function levelOf({ kind, code, detail }: EvidenceItem): string | null {
  const years = Number(detail?.['years'] ?? 0);
  // Families of the simulation do not move to neighbours: that weight is an estimate.
  if (code === 'neighbouring-governorate') return null;
  if (kind === 'place' || kind === 'holder') return `${kind}.${code}`;
  if (code === 'birth-close' || code === 'birth-apart') return stepOf('birth', years);
  if (code === 'fits' || code === 'apart') {
    const seen = detail?.['older'] === 1 ? 'seen.older' : 'seen.younger';
    return years > ABSURD[seen] ? null : stepOf(seen, years);
  }
  // Whole years are told: what lies above two lies in the step that ends with three.
  return code === 'arrested-before' || code === 'arrested-long-before'
    ? stepOf('arrest', years + 1)
    : null;
}

/** The kind that a level is of. */
export function kindOf(level: string): LearnedKind | undefined {
  return LEARNED_KINDS.find((kind) => level.startsWith(`${kind}.`));
}
