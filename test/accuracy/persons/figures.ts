import type { Found, Measured, Proposed } from './measure.js';

/** How well true pairs are found. Shares in [0, 1]. */
export interface Recall {
  readonly pairs: number;
  readonly r1: number;
  readonly r5: number;
  readonly r20: number;
}

/** Pairs called at a probability or more. */
export interface Calling {
  readonly threshold: number;
  readonly called: number;
  /** Share of those called that are true, and of the true ones that are called. */
  readonly precision: number;
  readonly recall: number;
}

/** Pairs whose probabilities lie in one step. */
export interface Step {
  readonly from: number;
  readonly pairs: number;
  /** Mean probability, and the share that is true. */
  readonly said: number;
  readonly is: number;
}

const STEPS = 10;
/** Below it a pair is not looked at for calibration: nearly all pairs are impossible, and said to be. */
const LEAST = 0.1;

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

export function recallOf(found: readonly Found[]): Recall {
  const within = (most: number) =>
    share(found.filter(({ rank }) => rank <= most).length, found.length);
  return { pairs: found.length, r1: within(1), r5: within(5), r20: within(20) };
}

/** @param truePairs all true pairs of the reports asked about */
export function callingAt(
  threshold: number,
  proposed: readonly Proposed[],
  truePairs: number,
): Calling {
  const called = proposed.filter(({ probability }) => probability >= threshold);
  const right = called.filter(({ isTrue }) => isTrue).length;
  return {
    threshold,
    called: called.length,
    precision: share(right, called.length),
    recall: share(right, truePairs),
  };
}

/** The reliability table: of the pairs called 0.8, how many are true. */
export function reliabilityOf(proposed: readonly Proposed[]): Step[] {
  return Array.from({ length: STEPS }, (_, step) => {
    const inside = proposed.filter(
      ({ probability }) => Math.min(STEPS - 1, Math.floor(probability * STEPS)) === step,
    );
    const said = inside.reduce((sum, { probability }) => sum + probability, 0);
    const right = inside.filter(({ isTrue }) => isTrue).length;
    return {
      from: step / STEPS,
      pairs: inside.length,
      said: share(said, inside.length),
      is: share(right, inside.length),
    };
  });
}

/** Expected calibration error (Naeini and others, 2015) of the pairs above a tenth. */
export function calibrationError(proposed: readonly Proposed[]): number {
  const steps = reliabilityOf(proposed).filter(({ from }) => from >= LEAST);
  const all = steps.reduce((sum, { pairs }) => sum + pairs, 0);
  return share(
    steps.reduce((sum, { pairs, said, is }) => sum + pairs * Math.abs(said - is), 0),
    all,
  );
}

/** Pairs that a reviewer reads, the most probable first, until a share of the true ones has come up. */
export function pairsToRead({ proposed, found }: Measured, wanted: number): number {
  const sorted = [...proposed].sort(
    (a, b) => b.probability - a.probability || Number(a.isTrue) - Number(b.isTrue),
  );
  const needed = Math.ceil(wanted * found.length);
  let seen = 0;
  const at = sorted.findIndex(({ isTrue }) => (seen += Number(isTrue)) >= needed);
  return at === -1 ? Infinity : at + 1;
}
