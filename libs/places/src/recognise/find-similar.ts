import { compareTokens } from '@athar/arabic-names';
import { runAt } from './find-known.js';
import { soundKeys, soundOf, type NameTable, type Spelling } from './name-table.js';
import type { Word } from './read-words.js';
import { keysOf } from './spelling.js';
import { withDistricts, type Hit, type Stretch } from './stretch.js';
import { ARTICLES, LINKS, standsAround } from './words.js';

/** Names of more words are rarely misspelt into what no key finds. */
const MOST_WORDS = 2;
/** Articles and links among them. */
const MOST_ARTICLES = 2;
const LEAST_LETTERS = 4;
/** Least similarity that is worth showing. */
const WORTH_SHOWING = 0.7;
/** Least similarity, the consonants being the same, that leaves no doubt; and least consonants. */
const BEYOND_DOUBT = 0.9;
const LEAST_CONSONANTS = 4;
/** A part of a name is not the name: how many of the longer's letters the shorter must have. */
const LEAST_SHARE = 0.7;

/** In names that are misspelt there are no such words. */
function isPlain({ text, script }: Word): boolean {
  return script !== 'number' && !standsAround(text);
}

/** Stretches among the words that no known spelling took, which sound like a name. */
export function findSimilar(
  table: NameTable,
  words: readonly Word[],
  isFree: (at: number) => boolean,
): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  while (at < words.length) {
    const stretch = similarAt(table, words, at, isFree);
    if (stretch !== null) found.push(stretch);
    at = stretch === null ? at + 1 : stretch.last + 1;
  }
  return found;
}

const isFiller = (word: string) => ARTICLES.has(word) || LINKS.has(word);

function similarAt(
  table: NameTable,
  words: readonly Word[],
  first: number,
  isFree: (at: number) => boolean,
): Stretch | null {
  const run = runAt(words, first, MOST_WORDS + MOST_ARTICLES);
  let most = 0;
  while (most < run.length && isFree(first + most) && isPlain(words[first + most] as Word))
    most += 1;
  let best: Stretch | null = null;
  for (let count = most; count > 0; count -= 1) {
    const last = run[count - 1] ?? '';
    if (isFiller(last) || run.slice(0, count).filter((word) => !isFiller(word)).length > MOST_WORDS)
      continue;
    const hits = similarHits(table, keysOf(run.slice(0, count)).exact);
    if ((hits[0]?.closeness ?? 0) > (best?.hits[0]?.closeness ?? 0))
      best = { first, last: first + count - 1, skip: 0, hits, usage: 'plain' };
  }
  return best;
}

function similarHits(table: NameTable, exact: string): Hit[] {
  if (exact.length < LEAST_LETTERS) return [];
  const hits = new Map<string, Hit>();
  const sounds = soundKeys(exact);
  const sound = soundOf(sounds);
  let elsewhere = 0;
  for (const spelling of table.withSounds(sounds)) {
    if (!mayBe(exact, spelling)) continue;
    const { target, weak } = spelling;
    const closeness = compareTokens(exact, spelling.exact);
    if (target.what === 'elsewhere') elsewhere = Math.max(elsewhere, closeness);
    else if (closeness >= Math.max(WORTH_SHOWING, hits.get(target.named.code)?.closeness ?? 0))
      hits.set(target.named.code, {
        target,
        how: 'similar',
        closeness,
        sure: closeness >= BEYOND_DOUBT && hasSound(spelling, sound),
        weak,
      });
  }
  const sorted = [...hits.values()].sort((a, b) => b.closeness - a.closeness);
  return elsewhere >= (sorted[0]?.closeness ?? 0) ? [] : withDistricts(sorted);
}

function hasSound({ sound }: Spelling, asked: string): boolean {
  return sound === asked && asked.length >= LEAST_CONSONANTS;
}

/** Cheap: one script, about as long. */
function mayBe(exact: string, { exact: known }: Spelling): boolean {
  const isLatin = (text: string) => /^[a-z]/u.test(text);
  const share = Math.min(exact.length, known.length) / Math.max(exact.length, known.length);
  return share >= LEAST_SHARE && isLatin(exact) === isLatin(known);
}
