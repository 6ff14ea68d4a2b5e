import { foldForSearch } from '@athar/arabic-names';
import file from './gazetteer.json' with { type: 'json' };
import { readingsOf } from './sound-readings.js';

/** A governorate, a district, or a town or quarter of a district. */
export interface KnownPlace {
  /** P-code of the governorate or district, of the district that a town lies in (OCHA). */
  readonly code: string;
  /** A town's name; null where the code says all. */
  readonly town: string | null;
}

/** Digits of the P-code of a governorate. */
const GOVERNORATE = 4;

/** Words that say what kind of place it is, not which. */
const KINDS = new Set(
  (
    'محافظه منطقه ناحيه قريه مدينه بلده حي حاره ضيعه مركز مخيم ' +
    'governorate province muhafazat muhafaza district subdistrict mantika mantiqa nahiya nahiyat nahiye ' +
    'village town city camp quarter neighborhood neighbourhood markaz gouvernorat province ville village ' +
    'gouvernement provinz stadt dorf ili ilcesi koyu of de'
  ).split(' '),
);
/** Words for the country around a town: it lies in the governorate that is named after the town. */
const COUNTRY = new Set('ريف rif reef rural countryside suburbs'.split(' '));

/** The words of a place's name without articles and without what says only its kind. */
export function wordsOfPlace(text: string): string[] {
  const folded = foldForSearch(text).replace(/(?<=^| )a([a-z])h? (?=\1)/gu, '');
  const words = folded.split(' ').filter(Boolean);
  const own = words.filter((word) => !KINDS.has(word));
  return own.length === 0 ? words : own;
}

const byName = new Map<string, KnownPlace[]>();
const bySound = new Map<string, KnownPlace[]>();

function put(lists: Map<string, KnownPlace[]>, key: string, place: KnownPlace): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [place]);
  else if (!known.includes(place)) known.push(place);
}

function learn(place: KnownPlace, names: readonly string[]): void {
  for (const name of names) {
    const words = wordsOfPlace(name);
    put(byName, words.join(' '), place);
    for (const reading of readingsOf(words)) put(bySound, reading, place);
  }
}

for (const [code, names] of Object.entries(file.names)) learn({ code, town: null }, names);
for (const [code, towns] of Object.entries(file.towns)) {
  for (const town of towns) learn({ code, town }, [town]);
}

/** All places of a name, by its letters, or else by its sounds: none where it is not known. */
export function placesNamed(words: readonly string[]): readonly KnownPlace[] {
  const known = byName.get(words.join(' '));
  if (known !== undefined) return known;
  const inCountry = words.filter((word) => !COUNTRY.has(word));
  if (inCountry.length > 0 && inCountry.length < words.length) {
    return placesNamed(inCountry).filter(({ code }) => code.length === GOVERNORATE);
  }
  return [...new Set(readingsOf(words).flatMap((reading) => bySound.get(reading) ?? []))];
}

const names: Readonly<Record<string, readonly string[]>> = file.names;

/** The name of the town that a district is called by. */
export function townOf(code: string): string {
  return names[code]?.[0] ?? code;
}

/** P-code of the governorate in which a place with a P-code lies. */
export function governorateOf(code: string): string {
  return code.slice(0, GOVERNORATE);
}

const neighbours: Readonly<Record<string, readonly string[]>> = file.neighbours;

/** True where two governorates, by P-code, have a border in common. */
export function areNeighbours(one: string, other: string): boolean {
  return neighbours[one]?.includes(other) ?? false;
}
