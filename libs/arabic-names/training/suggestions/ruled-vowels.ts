import { likeliestUnits, type RuledPair, type RuledTradition } from '../traditions.js';

/** Letters beside which Turkish keeps the a: emphatic sounds, and those of the throat. */
const BACK = /[حخعغقصضطظ]/u;

/**
 * True where a tradition writes the short a, which Arabic does not write, as e: Kurdish nearly everywhere (Ehmed,
 * Cemîl), Turkish where neither neighbour is said far back (Vecdi, Cemal, but Hamdi, Sabri).
 */
function writesE(tradition: RuledTradition, before: string, after: string): boolean {
  if (tradition === 'kurdish') return true;
  return tradition === 'turkish' && !BACK.test(before) && !BACK.test(after);
}

const arabicOf = (unit: string) => unit.split('|')[0] ?? '';

/**
 * A spelling made by rule with the vowels of its tradition: the short a as e, where it is written so, and i alone for
 * ي at the end after a consonant (Hamdi, not Hamdy).
 * @param shares of the units of a model trained on the usual spellings
 */
export function withVowels(pair: RuledPair, shares: ReadonlyMap<string, number>): RuledPair {
  if (pair.tradition !== 'turkish' && pair.tradition !== 'kurdish') return pair;
  const units = likeliestUnits(pair, shares);
  if (units.length === 0) return pair;
  const latin = units
    .map((unit, at) => {
      const [arabic = '', own = ''] = unit.split('|');
      // A unit of a consonant may have the vowel after it.
      const short = arabic === '' || !/[اآأىةيوع]/u.test(arabic);
      const before = arabic === '' ? arabicOf(units[at - 1] ?? '') : arabic;
      const after = arabicOf(units[at + 1] ?? '');
      return short && writesE(pair.tradition, before, after) ? own.replace('a', 'e') : own;
    })
    .join('');
  const isI = /[يى]$/u.test(pair.arabic);
  return { ...pair, latin: isI ? latin.replace(/(?<=[^aeiouıöü])[ae]?y$/u, 'i') : latin };
}
