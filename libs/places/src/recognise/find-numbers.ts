import type { Holder } from '../gazetteer.js';
import type { HolderTarget } from './name-table.js';
import { withoutProclitics } from './proclitics.js';
import type { Word } from './read-words.js';
import type { Hit, Stretch } from './stretch.js';
import { BRANCHES, HOSPITALS, NUMBERING, withoutArticle } from './words.js';

/** Holders by the number that they are called by. */
export type Numbered = ReadonlyMap<string, readonly HolderTarget[]>;

/** What numbers are said to be where they stand: branches, hospitals, or nothing (null). */
type Sense = 'branch' | 'hospital' | null;

function senseOf(word: string): Sense {
  const forms = [word, ...withoutProclitics(word)].map(withoutArticle);
  if (forms.some((form) => BRANCHES.has(form))) return 'branch';
  return forms.some((form) => HOSPITALS.has(form)) ? 'hospital' : null;
}

/**
 * Numbers that name a branch or hospital: after the word for it, alone or in a row (الأفرع: 215،
 * 227), before it (215 branch), after one of its names (فرع فلسطين 235), or anywhere in a text that
 * is expected to name holders. A number in any other place is a year, a street, a unit: passed over.
 */
export function findNumbers(
  numbered: Numbered,
  words: readonly Word[],
  named: readonly Stretch[],
  expected: boolean,
): Stretch[] {
  const found: Stretch[] = [];
  let sense: Sense = null;
  words.forEach(({ text, script }, at) => {
    if (script !== 'number') {
      const after = named.find(({ last }) => last === at);
      sense = senseOf(text) ?? (after ? senseOfNamed(after) : NUMBERING.has(text) ? sense : null);
      return;
    }
    const next = words[at + 1];
    const said = sense ?? (next === undefined ? null : senseOf(next.text));
    const hits = hitsOf(numbered.get(text) ?? [], said, expected);
    if (hits.length > 0) found.push({ first: at, last: at, skip: 0, hits, usage: 'plain' });
  });
  return found;
}

function senseOfNamed({ hits }: Stretch): Sense {
  const holder = hits.map(({ target }) => target).find(({ what }) => what === 'holder')?.named;
  if (holder === undefined || !('kind' in holder)) return null;
  return isHospital(holder) ? 'hospital' : 'branch';
}

const isHospital = ({ kind }: Holder) => kind === 'hospital';

function hitsOf(targets: readonly HolderTarget[], said: Sense, expected: boolean): Hit[] {
  if (said === null && !expected) return [];
  return targets
    .filter(({ named }) => said === null || isHospital(named) === (said === 'hospital'))
    .map((target) => ({ target, how: 'exact', closeness: 1, sure: true, weak: false }));
}
