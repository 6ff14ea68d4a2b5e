import type { NameTable } from './name-table.js';
import type { Word } from './read-words.js';
import { keysOf } from './spelling.js';
import type { Hit, Stretch } from './stretch.js';

/** The endings of a nisba, and what a name of a place may have lost before them. */
const ARABIC = /(?:او|ان|و)?ي(?:ه|ين|ون)?$/u;
const LATIN = /(?:aw|ou|an|w)?(?:i|y|ieh|iyeh|iyah|iya)$/u;
const LEAST_LETTERS = 3;

/**
 * Words that name people by where their forebears came from (الحمصي, Halabi): a family name more
 * often than a home, so they are shown and never certain. Governorates and districts only.
 */
export function findNisbas(
  table: NameTable,
  words: readonly Word[],
  isFree: (at: number) => boolean,
): Stretch[] {
  return words.flatMap((word, at) => {
    const hits = isFree(at) ? hitsOf(table, word) : [];
    return hits.length === 0 ? [] : [{ first: at, last: at, skip: 0, hits, usage: 'nisba' }];
  });
}

function hitsOf(table: NameTable, { text, script }: Word): Hit[] {
  const ending = script === 'arabic' ? ARABIC : LATIN;
  const { exact } = keysOf([text]);
  const stem = exact.replace(ending, '');
  if (script === 'number' || stem === exact || stem.length < LEAST_LETTERS) return [];
  const keys = [stem, `${stem}ه`, `${stem}a`].flatMap((form) => keysOf([form]).folded);
  const hits = new Map<string, Hit>();
  for (const { target, weak } of table.withKeys(keys)) {
    if (target.what !== 'place' || target.parents.length > 1) continue;
    hits.set(target.named.code, { target, how: 'folded', closeness: 1, sure: false, weak });
  }
  return [...hits.values()];
}
