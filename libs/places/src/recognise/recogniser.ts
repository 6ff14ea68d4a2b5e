import type { Holder, Place } from '../gazetteer.js';
import elsewhere from '../seed/elsewhere.json' with { type: 'json' };
import { findKnown } from './find-known.js';
import { findNisbas } from './find-nisbas.js';
import { findNumbers, type Numbered } from './find-numbers.js';
import { findSimilar } from './find-similar.js';
import { withBranchThere } from './branch-there.js';
import { NameTable, type HolderTarget } from './name-table.js';
import { readWords, type Word } from './read-words.js';
import type { Mention, Recogniser, RecogniseOptions } from './recognition.js';
import { resolve, settledCodes } from './resolve.js';
import type { Stretch } from './stretch.js';
import { toRecognition } from './summary.js';
import { surroundingsOf, type Surroundings } from './surroundings.js';

interface Knowledge {
  readonly table: NameTable;
  readonly numbered: Numbered;
  readonly districts: ReadonlyMap<string, number>;
  readonly branches: readonly HolderTarget[];
}

/**
 * Makes a recogniser of these places and holders. Costs some milliseconds a thousand names; asking it
 * then is a look-up by key, with words compared by sound only where no spelling is known.
 */
export function buildRecogniser(places: readonly Place[], holders: readonly Holder[]): Recogniser {
  const knowledge = learn(places, holders);
  return { recognise: (text, options = {}) => toRecognition(mentionsIn(knowledge, text, options)) };
}

function learn(places: readonly Place[], holders: readonly Holder[]): Knowledge {
  const table = new NameTable();
  const districts = new Map<string, number>();
  const numbered = new Map<string, HolderTarget[]>();
  const branches: HolderTarget[] = [];
  for (const text of elsewhere) table.add({ what: 'elsewhere' }, text, false);
  const placesByCode = byCode(places);
  for (const named of places) {
    table.addNamed({ what: 'place', named, parents: parentsOf(named, placesByCode) });
    if (named.level === 'district' && named.parent !== null)
      districts.set(named.parent, (districts.get(named.parent) ?? 0) + 1);
  }
  const holdersByCode = byCode(holders);
  for (const named of holders) {
    const target = { what: 'holder', named, parents: parentsOf(named, holdersByCode) } as const;
    table.addNamed(target);
    if (named.kind === 'branch') branches.push(target);
    if (named.number !== null)
      numbered.set(named.number, [...(numbered.get(named.number) ?? []), target]);
  }
  return { table, numbered, districts, branches };
}

function byCode<N extends { code: string }>(all: readonly N[]): ReadonlyMap<string, N> {
  return new Map(all.map((one) => [one.code, one]));
}

/** Nearest first; a parent that is not known, or a circle, ends the line. */
function parentsOf<N extends Place | Holder>(named: N, all: ReadonlyMap<string, N>): N[] {
  const parents: N[] = [];
  let next = named.parent === null ? undefined : all.get(named.parent);
  while (next !== undefined && next !== named && !parents.includes(next)) {
    parents.push(next);
    next = next.parent === null ? undefined : all.get(next.parent);
  }
  return parents;
}

function mentionsIn(knowledge: Knowledge, text: string, options: RecogniseOptions): Mention[] {
  const words = readWords(text);
  const stretches = stretchesIn(knowledge, words, options);
  const settled = stretches.map((stretch) => new Set(settledCodes(stretch)));
  const mentions = stretches.flatMap((stretch, at): Mention[] => {
    const around = surroundingsOf(words, stretches, stretch);
    if (!isWorthShowing(stretch, around)) return [];
    const scene = {
      around,
      context: new Set(settled.flatMap((codes, other) => (other === at ? [] : [...codes]))),
      expecting: options.expecting,
      districtsOf: (code: string) => knowledge.districts.get(code) ?? 0,
    };
    const from = (words[stretch.first]?.from ?? 0) + stretch.skip;
    const to = words[stretch.last]?.to ?? from;
    return [{ from, to, text: text.slice(from, to), ...resolve(stretch, scene) }];
  });
  return withBranchThere(mentions, knowledge.branches);
}

/** What only sounds like a name is shown where a name is to be expected, not in the midst of a story. */
function isWorthShowing({ hits }: Stretch, { wholePiece, cue }: Surroundings): boolean {
  const known = hits.some(({ how, sure }) => how !== 'similar' || sure);
  return known || (hits.length > 0 && (wholePiece || cue !== undefined));
}

function stretchesIn(
  { table, numbered }: Knowledge,
  words: readonly Word[],
  { expecting }: RecogniseOptions,
): Stretch[] {
  const known = findKnown(table, words);
  const taken = new Set<number>();
  const take = (stretches: readonly Stretch[]) => {
    for (const { first, last } of stretches)
      for (let at = first; at <= last; at += 1) taken.add(at);
    return stretches;
  };
  take(known);
  const isFree = (at: number) => !taken.has(at);
  const nisbas = take(findNisbas(table, words, isFree));
  const similar = take(findSimilar(table, words, isFree));
  const named = [...known, ...nisbas, ...similar];
  const numbers = findNumbers(numbered, words, named, expecting === 'holder');
  return [...named, ...numbers].sort((a, b) => a.first - b.first);
}
