import type { NameTable, Spelling } from './name-table.js';
import { withoutProclitics } from './proclitics.js';
import type { Word } from './read-words.js';
import { keysOf, type Keys } from './spelling.js';
import { withDistricts, type Hit, type Stretch } from './stretch.js';
import { LINKS, standsAround } from './words.js';

/** Known spellings in a text, the longest that begins at a word first; none overlaps another. */
export function findKnown(table: NameTable, words: readonly Word[]): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  while (at < words.length) {
    const stretch = longestAt(table, words, at);
    if (stretch !== null) found.push(stretch);
    at = stretch === null ? at + 1 : stretch.last + 1;
  }
  return found;
}

function longestAt(table: NameTable, words: readonly Word[], first: number): Stretch | null {
  const head = words[first]?.text ?? '';
  if (LINKS.has(head)) return null;
  for (const opening of [head, ...withoutProclitics(head)]) {
    const run = runAt(words, first, table.mostWordsFrom(opening));
    for (let count = run.length; count > 0; count -= 1) {
      if (LINKS.has(run[count - 1] ?? '')) continue;
      const keys = keysOf([opening, ...run.slice(1, count)]);
      const spellings = table
        .withKeys(keys.folded)
        .filter(({ weak, article }) => (!weak && opening === head) || article === keys.article);
      if (spellings.length === 0) continue;
      if (count === 1 && standsAround(opening) && !spellings.some(isExactly(keys))) continue;
      const last = first + count - 1;
      const skip = opening === head ? 0 : 1;
      return { first, last, skip, hits: hitsOf(spellings, keys), usage: 'plain' };
    }
  }
  return null;
}

const isExactly =
  (keys: Keys) =>
  ({ exact }: Spelling) =>
    exact === keys.exact;

/** The words from `first` that may be one name: of one script, nothing between them that parts them. */
export function runAt(words: readonly Word[], first: number, most: number): string[] {
  const head = words[first];
  if (head === undefined || head.script === 'number') return [];
  const run: string[] = [];
  for (const word of words.slice(first, first + most)) {
    if (word.segment !== head.segment || word.script !== head.script) break;
    run.push(word.text);
  }
  return run;
}

/** Shorter words are of another name too often where only their folded forms are the same. */
const LEAST_FOLDED = 5;

function hitsOf(spellings: readonly Spelling[], { exact }: Keys): Hit[] {
  if (spellings.some(({ target, exact: known }) => target.what === 'elsewhere' && known === exact))
    return [];
  const hits = new Map<string, Hit>();
  for (const { target, exact: known, weak } of spellings) {
    if (target.what === 'elsewhere') continue;
    const how = known === exact ? 'exact' : 'folded';
    const sure = how === 'exact' || exact.length >= LEAST_FOLDED;
    const before = hits.get(target.named.code);
    if (before !== undefined && (before.how === 'exact' || how === 'folded')) continue;
    hits.set(target.named.code, { target, how, closeness: 1, sure, weak });
  }
  return withDistricts([...hits.values()]);
}
