import governorates from './data/governorates.json' with { type: 'json' };
import holders from './data/holders.json' with { type: 'json' };
import type { Community } from './vocabulary.js';
import type { Random } from './random.js';
import { Ranked } from './ranked.js';

/** A place in both scripts; the first English spelling is the usual one. */
export interface Place {
  ar: string;
  en: readonly string[];
}

export interface Governorate extends Place {
  /** P-code of the governorate (OCHA). */
  code: string;
  weight: number;
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

const everywhere = new Ranked<Governorate>(governorates, ({ weight }) => weight);
const north = governorates.filter(({ code }) => code === 'SY02' || code === 'SY08');
const anyHolder = new Ranked<Holder>(holders, ({ weight }) => weight);

export function pickGovernorate(random: Random, community: Community): Governorate {
  const fromNorth = community === 'kurdish' || community === 'armenian';
  if (fromNorth && random.chance(0.6)) return random.pick(north);
  return everywhere.pick(random);
}

export function pickHolder(random: Random): Holder {
  return anyHolder.pick(random);
}

/** A place as a record says it: usual name, other spelling, or (seldom) a governorate's code. */
export function writePlace(random: Random, place: Place | Governorate, latin: boolean): string {
  if ('code' in place && random.chance(0.05)) return place.code;
  return latin ? random.pickUsual(place.en) : place.ar;
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
