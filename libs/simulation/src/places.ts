import governorates from './data/governorates.json' with { type: 'json' };
import holders from './data/holders.json' with { type: 'json' };
import provincial from './data/provincial-holders.json' with { type: 'json' };
import { nameToken, type NameToken, type VocabularyRow } from './name-token.js';
import type { Random } from './random.js';
import { flat, Ranked } from './ranked.js';
import type { Manner } from './traditions.js';
import type { Community } from './vocabulary.js';

/** A place in both scripts: spellings by tradition, the usual first. */
export type Place = Pick<NameToken, 'ar' | 'latin'>;

export interface Governorate extends Place {
  /** P-code of the governorate (OCHA). */
  code: string;
  weight: number;
  /** Towns and quarters, the largest first, by general knowledge. */
  places: readonly Place[];
}

/** A branch or prison; names in both scripts, the usual first. */
export interface Holder {
  code: string;
  parent: string;
  ar: readonly string[];
  en: readonly string[];
  weight: number;
}

type Row = VocabularyRow & {
  readonly code: string;
  readonly weight: number;
  readonly places: readonly VocabularyRow[];
};

const known: readonly Governorate[] = (governorates as readonly Row[]).map((row) => ({
  ...nameToken(row),
  code: row.code,
  weight: row.weight,
  places: row.places.map(nameToken),
}));
const everywhere = new Ranked<Governorate>(known, ({ weight }) => weight);
const north = known.filter(({ code }) => code === 'SY02' || code === 'SY08');
const placesOf = new Map<string, Ranked<Place>>(
  known.map(({ code, places }) => [code, new Ranked<Place>(places, flat)]),
);
const anyHolder = new Ranked<Holder>(holders, ({ weight }) => weight);
const holderOf = new Map<string, Holder>(provincial.map((one) => [one.governorate, one]));

export function pickGovernorate(random: Random, community: Community): Governorate {
  const fromNorth = community === 'kurdish' || community === 'armenian';
  if (fromNorth && random.chance(0.6)) return random.pick(north);
  return everywhere.pick(random);
}

/** A town or quarter of the governorate, the larger ones more often. */
export function pickPlace(random: Random, { code }: Governorate): Place {
  return (placesOf.get(code) as Ranked<Place>).pick(random);
}

/** One of the holders of the capital, where prisoners of all governorates were brought. */
export function pickHolder(random: Random): Holder {
  return anyHolder.pick(random);
}

/** The branch that arrests in this governorate, where it has one of its own. */
export function provincialHolder({ code }: Governorate): Holder | undefined {
  return holderOf.get(code);
}

/** A place as a record says it: usual name, other spelling, or (seldom) a governorate's code. */
export function writePlace(random: Random, place: Place | Governorate, manner: Manner): string {
  if ('code' in place && random.chance(0.05)) return place.code;
  return manner === 'ar' ? place.ar : random.pickUsual(place.latin[manner]);
}

/** A holder as a record says it: bare code, or one of its names. */
export function writeHolder(random: Random, holder: Holder, latin: boolean): string {
  if (random.chance(0.2)) return holder.code;
  const name = random.pickUsual(latin ? holder.en : holder.ar);
  return latin || random.chance(0.7) ? name : arabicDigits(name);
}

/** Western digits become Arabic-Indic ones (215, ٢١٥). */
export function arabicDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}
