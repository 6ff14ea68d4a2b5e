import { remembered } from './remembered.js';
import type { NameHead, NameRole } from './types.js';

interface PlacedWord {
  readonly folded: string;
  readonly head: NameHead | null;
  readonly article: boolean;
  readonly afterSon: boolean;
  readonly alias: boolean;
  readonly bornAs: boolean;
}

/** The roles up the father's line. */
export const LINE: readonly NameRole[] = ['given', 'father', 'grandfather'];
/** First of a double name that is often dropped (محمد علي may be one man or man and father). */
const DOUBLE = new Set([
  'محمد',
  'احمد',
  'mohammad',
  'mohammed',
  'mohamed',
  'mohamad',
  'muhammad',
  'muhammed',
  'muhamed',
  'muhamad',
  'mouhammad',
  'mouhamad',
  'mouhamed',
  'mohammod',
  'mihemed',
  'mehmet',
  'ahmad',
  'ahmed',
  'ahmet',
  'ehmed',
]);

/** Roles up the father's line for `count` parts, the last one the family name where `family`. */
function line(count: number, family: boolean): NameRole[] {
  const men = Array.from({ length: count }, (_, at) => LINE[Math.min(at, 2)] ?? 'grandfather');
  return family && count > 1 ? [...men.slice(0, -1), 'family'] : men;
}

/** Readings of the plain parts, by their signs (see `signOf`), likeliest first. */
function plainReadings(signs: readonly string[]): NameRole[][] {
  const count = signs.length;
  const son = signs.findIndex(isSon);
  if (count === 1) return [['given'], ['family']];
  if (opensWithFamily(signs)) return [familyReading(count), line(count, true)];
  if (son > 1) return [sonReading(count, son), line(count, true)];
  const last = signs[count - 1] ?? '';
  const withFamily = line(count, true);
  const menOnly = line(count, false);
  const readings = isSon(last) ? [menOnly, withFamily] : [withFamily, menOnly];
  if (last === 'f') readings.pop();
  if (!isDouble(signs[0] ?? '')) return readings;
  if (count > 2) readings.push(['given', ...line(count - 1, true)]);
  else if (last === 'd' || last === 'D') readings.push(['given', 'given']);
  return readings;
}

/** العطار خالد أحمد: lists put the family's name first. No given name is usual with an article. */
function opensWithFamily(signs: readonly string[]): boolean {
  return signs[0] === 'f' && !signs.slice(1).includes('f') && !signs.some(isSon);
}

function familyReading(count: number): NameRole[] {
  return ['family', ...line(count - 1, false)];
}

function isSon(sign: string): boolean {
  return sign === 's' || sign === 'S';
}

function isDouble(sign: string): boolean {
  return sign === 'D' || sign === 'S';
}

/** أحمد العلي بن محمد: what stands between the given name and بن is the family. */
function sonReading(count: number, son: number): NameRole[] {
  const before = Array.from({ length: son }, (_, at): NameRole => (at === 0 ? 'given' : 'family'));
  return [...before, ...line(count - son + 1, false).slice(1)];
}

/** What a name's words may be to its bearer. */
export interface Roles {
  /** Possible role sequences, one role a word, the likeliest first. */
  readonly readings: readonly (readonly NameRole[])[];
  /** For each word the roles that some reading gives it. */
  readonly ofWord: readonly (readonly NameRole[])[];
}

/** The roles of each word in any of the readings. */
export function rolesOf(readings: readonly (readonly NameRole[])[]): Roles {
  const ofWord = (readings[0] ?? []).map((_, at) => [
    ...new Set(readings.flatMap((reading) => reading[at] ?? [])),
  ]);
  return { readings, ofWord };
}

/** What of a word its roles hang on, as one letter. */
function signOf(word: PlacedWord): string {
  if (word.head === 'abu' || word.head === 'umm' || word.alias) return 'k';
  if (word.bornAs) return 'b';
  const double = DOUBLE.has(word.folded);
  if (word.afterSon) return double ? 'S' : 's';
  return word.article || word.head === 'oglu' ? 'f' : double ? 'D' : 'd';
}

/** Names have few shapes: their roles are made once and belong to all names of a shape. */
const rolesOfShape = remembered((shape) => rolesOf(readingsOfShape(Array.from(shape))), 2 ** 12);

/** Possible roles of the words of one name, one role a word; a kunya keeps its own. */
export function readingsOf(words: readonly PlacedWord[]): Roles {
  let shape = '';
  for (const word of words) shape += signOf(word);
  return rolesOfShape(shape);
}

/** Words that have a role wherever they stand. */
const OWN_ROLES: Readonly<Record<string, NameRole>> = { k: 'kunya', b: 'family' };

function readingsOfShape(shape: readonly string[]): NameRole[][] {
  const plain = shape.filter((sign) => OWN_ROLES[sign] === undefined);
  if (plain.length === 0) return [shape.map((sign) => OWN_ROLES[sign] ?? 'kunya')];
  return plainReadings(plain).map((reading) => {
    let next = 0;
    return shape.map((sign) => OWN_ROLES[sign] ?? reading[next++] ?? 'family');
  });
}
