import type { Place, PlaceLevel } from '../gazetteer.js';
import { familiesOf, isRelated, memberFor, type Family } from './choose.js';
import type { Match, Mention, RecogniseOptions, Usage } from './recognition.js';
import type { Hit, Stretch } from './stretch.js';
import type { Surroundings } from './surroundings.js';
import type { Cue } from './words.js';

const MOST_ALTERNATIVES = 5;

/** What choosing needs beside the stretch itself. */
export interface Scene {
  readonly around: Surroundings;
  /** Codes that the rest of the text names without doubt, with all that they lie in. */
  readonly context: ReadonlySet<string>;
  readonly expecting: RecogniseOptions['expecting'];
  /** How many districts a place has. */
  readonly districtsOf: (code: string) => number;
}

export type Choice = Pick<Mention, 'certain' | 'alternatives' | 'usage'>;

/** Chooses among what a stretch may name; certain only where nothing speaks for anything else. */
export function resolve(stretch: Stretch, scene: Scene): Choice {
  const families = familiesOf(expected(stretch.hits, scene));
  const related = families.filter((family) => isRelated(family, scene.context));
  const [family, ...others] = related.length === 1 ? related : families;
  const usage = usageOf(stretch, scene);
  const chosen = family && memberFor(family, scene.around.cue, scene.districtsOf);
  const certain =
    usage === 'plain' &&
    others.length === 0 &&
    chosen !== undefined &&
    isBeyondDoubt(chosen, stretch, scene, related.length === 1);
  const rest = stretch.hits.filter((hit) => hit !== chosen);
  const doubtful = [...(chosen === undefined ? [] : [chosen]), ...rest];
  return {
    usage,
    certain: certain ? toMatch(chosen, confidenceOf(chosen)) : null,
    alternatives: (certain ? rest : doubtful)
      .map((hit) => toMatch(hit, confidenceOf(hit) * DOUBT[usage]))
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, MOST_ALTERNATIVES),
  };
}

/** What of a confidence is left where nothing is certain. */
const DOUBT = { plain: 0.6, nisba: 0.3, part_of_name: 0.4 } as const;

function expected(hits: readonly Hit[], { expecting }: Scene): readonly Hit[] {
  const fitting = hits.filter(({ target }) => target.what === expecting);
  return fitting.length > 0 ? fitting : hits;
}

function usageOf({ usage, hits }: Stretch, { around }: Scene): Usage {
  const isPlace = hits.some(({ target }) => target.what === 'place');
  return usage === 'plain' && isPlace && (around.isThing || around.isPerson)
    ? 'part_of_name'
    : usage;
}

function isBeyondDoubt(
  hit: Hit,
  { skip }: Stretch,
  { around, expecting }: Scene,
  related: boolean,
): boolean {
  if (!hit.sure) return false;
  const asked = hit.target.what === expecting;
  const { target } = hit;
  const said = related || (target.what === 'place' && fits(around.cue, target.named.level));
  const alone = around.wholeText && hit.how === 'exact' && skip === 0;
  if (hit.weak) return said || (alone && (target.what === 'place' || asked));
  const wide = target.what === 'holder' || target.parents.length < 2;
  return wide || said || around.wholePiece;
}

/** What a word beside a name may be said of. */
function fits(cue: Cue | undefined, level: PlaceLevel): boolean {
  if (cue === 'city') return true;
  if (cue === 'countryside') return level === 'governorate' || level === 'district';
  if (cue === 'village') return level === 'subdistrict' || level === 'locality';
  return cue === level;
}

const CONFIDENCE = { exact: 0.98, folded: 0.94, similar: 0.85 } as const;

function confidenceOf({ how, closeness }: Hit): number {
  return CONFIDENCE[how] * closeness;
}

/** A hit as it is shown. */
export function toMatch({ target, how }: Pick<Hit, 'target' | 'how'>, confidence: number): Match {
  const { named, parents } = target;
  const match = {
    code: named.code,
    nameAr: named.nameAr,
    nameEn: named.nameEn,
    parents: parents.map(({ code, nameAr, nameEn }) => ({ code, nameAr, nameEn })),
    how,
    confidence: Math.round(confidence * 100) / 100,
  };
  if (target.what === 'place') return { what: 'place', level: target.named.level, ...match };
  const { kind, number, place } = target.named;
  return { what: 'holder', kind, number, place, ...match };
}

/** Codes that a stretch names without doubt whatever stands around it, and all that they lie in. */
export function settledCodes({ hits, usage }: Stretch): string[] {
  const families: readonly Family[] = familiesOf(hits);
  const [head] = families[0] ?? [];
  if (usage !== 'plain' || families.length !== 1 || head === undefined || !head.sure || head.weak)
    return [];
  return [head.target.named, ...head.target.parents].map(({ code }: Pick<Place, 'code'>) => code);
}
