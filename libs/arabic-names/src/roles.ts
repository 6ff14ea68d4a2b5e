import type { NameHead, NameRole } from './types.js';

interface PlacedWord {
  readonly folded: string;
  readonly head: NameHead | null;
  readonly article: boolean;
  readonly afterSon: boolean;
  readonly alias: boolean;
}

const LINE: readonly NameRole[] = ['given', 'father', 'grandfather'];
/** First of a double name that is often dropped (محمد علي may be one man or man and father). */
const DOUBLE = new Set([
  'محمد',
  'احمد',
  'mohammad',
  'mohammed',
  'mohamed',
  'muhammad',
  'muhammed',
  'mohamad',
  'mhd',
  'ahmad',
  'ahmed',
]);

/** Roles up the father's line for `count` parts, the last one the family name where `family`. */
function line(count: number, family: boolean): NameRole[] {
  const men = Array.from({ length: count }, (_, at) => LINE[Math.min(at, 2)] ?? 'grandfather');
  return family && count > 1 ? [...men.slice(0, -1), 'family'] : men;
}

/** Readings of the plain parts, likeliest first. */
function plainReadings(words: readonly PlacedWord[]): NameRole[][] {
  const count = words.length;
  const son = words.findIndex((word) => word.afterSon);
  if (count === 0) return [[]];
  if (count === 1) return [['given'], ['family']];
  if (son > 1) return [sonReading(words, son), line(count, true)];
  const last = words[count - 1];
  const withFamily = line(count, true);
  const menOnly = line(count, false);
  const readings = last?.afterSon === true ? [menOnly, withFamily] : [withFamily, menOnly];
  if (last?.article === true) readings.pop();
  if (count > 2 && DOUBLE.has(words[0]?.folded ?? ''))
    readings.push(['given', ...line(count - 1, true)]);
  return readings;
}

/** أحمد العلي بن محمد: what stands between the given name and بن is the family. */
function sonReading(words: readonly PlacedWord[], son: number): NameRole[] {
  const before = words.slice(0, son).map((_, at): NameRole => (at === 0 ? 'given' : 'family'));
  return [...before, ...line(words.length - son + 1, false).slice(1)];
}

/** Possible roles of the words of one name, one role a word; a kunya keeps its own. */
export function readingsOf(words: readonly PlacedWord[]): NameRole[][] {
  const isKunya = (word: PlacedWord) => word.head === 'abu' || word.head === 'umm' || word.alias;
  const kunyas = words.filter(isKunya).length;
  if (kunyas === words.length) return [words.map(() => 'kunya')];
  const plain = words.filter((word) => !isKunya(word));
  return plainReadings(plain).map((reading) => {
    let next = 0;
    return words.map((word) => (isKunya(word) ? 'kunya' : (reading[next++] ?? 'family')));
  });
}
