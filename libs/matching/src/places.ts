import { foldDigits } from '@athar/arabic-names';
import { governorateOf, placesNamed, townOf, wordsOfPlace, type KnownPlace } from './gazetteer.js';
import { isNotKnown } from './not-known.js';
import { Remembered } from './remembered.js';
import { soundKeysOf } from './sound-readings.js';

/** Where a person is from, as far as it was recognised. */
export interface Place {
  /** P-codes (OCHA). */
  readonly governorate: string | null;
  readonly district: string | null;
  /** Names a town, a quarter or a village: one known, by its name in the gazetteer, or one as it was written. */
  readonly spot: string | null;
  /** False where the spot is one that the gazetteer does not have, or has several of. */
  readonly known: boolean;
  /** Of the spot, for each word the keys that its spellings in both scripts share. */
  readonly sounds: readonly (readonly string[])[];
}

/** What one piece of a text may name. */
interface Piece {
  readonly words: readonly string[];
  readonly known: readonly KnownPlace[];
}

const P_CODE = /^sy(?:\d\d){1,3}$/iu;
const BETWEEN = /[,،;؛/\\|()[\]]|\s[-–—]\s|[–—]/u;

function ofCode(code: string): Piece {
  if (code.length < 8) return { words: [code], known: [{ code, town: null }] };
  // The first sub-district is that of the district's own town.
  const town = code.endsWith('00') ? null : code;
  return { words: [code], known: [{ code: code.slice(0, 6), town }] };
}

function pieceOf(text: string): Piece | null {
  if (isNotKnown(text)) return null;
  const code = foldDigits(text.trim());
  if (P_CODE.test(code)) return ofCode(code.toUpperCase());
  const words = wordsOfPlace(text);
  return words.length === 0 ? null : { words, known: placesNamed(words) };
}

function piecesOf(text = ''): Piece[] {
  // N/A would be two pieces.
  if (isNotKnown(text)) return [];
  return text.split(BETWEEN).flatMap((part) => pieceOf(part) ?? []);
}

function isGovernorate({ code }: KnownPlace): boolean {
  return code === governorateOf(code);
}

/** Damascus is said of the country around it too. */
const AROUND: Readonly<Record<string, string>> = { SY01: 'SY03', SY03: 'SY01' };

function liesIn({ code }: KnownPlace, governorate: string | null): boolean {
  return governorate === null || governorateOf(code) === governorate;
}

/** The governorates that some piece names, as far as only one is meant. */
function statedGovernorate(pieces: readonly Piece[]): string | null {
  const named = pieces.flatMap(({ known }) => known.filter(isGovernorate).slice(0, 1));
  return named[0]?.code ?? null;
}

/** Of all that a piece may name the one that lies in a governorate; undefined where that is not clear. */
function within({ known }: Piece, governorate: string | null): KnownPlace | undefined {
  const smaller = known.filter((place) => !isGovernorate(place));
  const inside = smaller.filter((place) => liesIn(place, governorate));
  if (inside.length > 0) return single(inside);
  const around = smaller.filter((place) => liesIn(place, AROUND[governorate ?? ''] ?? ''));
  return single(around);
}

/** The one place that is meant where all are of one district: the district rather than its quarters. */
function single(places: readonly KnownPlace[]): KnownPlace | undefined {
  const [first] = places;
  if (first === undefined || places.some(({ code }) => code !== first.code)) return undefined;
  return places.find(({ town }) => town === null) ?? first;
}

/** What the pieces of a home come to. */
interface Found {
  readonly district: KnownPlace | null;
  readonly spot: KnownPlace | null;
  /** The first that names nothing known, or one of several. */
  readonly unknown: Piece | null;
}

function gather(pieces: readonly Piece[], governorate: string | null): Found {
  let district: KnownPlace | null = null;
  let spot: KnownPlace | null = null;
  let unknown: Piece | null = null;
  for (const piece of pieces) {
    const found = within(piece, governorate);
    if (found?.town != null) spot = nearer(spot, found);
    else if (found !== undefined) district ??= found;
    else if (!namesGovernorate(piece)) unknown ??= piece;
  }
  return { district, spot, unknown };
}

function read(governorate: string | undefined, place: string | undefined): Place | null {
  const column = piecesOf(governorate);
  const text = piecesOf(place);
  if (column.length + text.length === 0) return null;
  const inColumn = statedGovernorate(column);
  const stated = inColumn ?? statedGovernorate(text);
  // A governorate is often called by its chief town: said once it is the governorate, the second time the town.
  const own = inColumn === null ? text.findIndex(namesGovernorate) : -1;
  const rest = inColumn === null ? [...column, ...text.filter((_, at) => at !== own)] : text;
  const { district, spot, unknown } = gather(rest, stated);
  const known = spot ?? district;
  return {
    governorate: known === null ? stated : governorateOf(known.code),
    district: known?.code ?? null,
    ...spotOf(spot, district, unknown),
  };
}

type Spot = Pick<Place, 'spot' | 'known' | 'sounds'>;

/** A village that is not known says more than its district, which otherwise stands for its own town. */
function spotOf(spot: KnownPlace | null, district: KnownPlace | null, unknown: Piece | null): Spot {
  if (spot === null && unknown !== null) {
    return { spot: unknown.words.join(' '), known: false, sounds: unknown.words.map(soundKeysOf) };
  }
  const place = spot ?? district;
  if (place === null) return { spot: null, known: true, sounds: [] };
  const name = place.town ?? townOf(place.code);
  const whole = name.startsWith('SY') ? name : `${place.code} ${name}`;
  return {
    spot: place.town === null ? place.code : whole,
    known: true,
    sounds: wordsOfPlace(name).map(soundKeysOf),
  };
}

/** Of two towns the first; where they lie far apart one is a quarter's name, and the town follows it. */
function nearer(first: KnownPlace | null, second: KnownPlace): KnownPlace {
  return first !== null && liesIn(first, governorateOf(second.code)) ? first : second;
}

function namesGovernorate({ known }: Piece): boolean {
  return known.some(isGovernorate);
}

const homes = new Remembered<Place | null>(50_000);

/** Reads a home from the two texts that tell of it; null where nothing is known. */
export function placeOf(governorate: string | undefined, place: string | undefined): Place | null {
  return homes.of(`${governorate ?? ''}\n${place ?? ''}`, () => read(governorate, place));
}
