import data from './cues.json' with { type: 'json' };

export const TRADITIONS = [
  'english',
  'french',
  'german',
  'turkish',
  'kurdish',
  'swedish',
  'scholarly',
  'chat',
] as const;
/** A way to write Arabic names in Latin letters. */
export type Tradition = (typeof TRADITIONS)[number];

/** How likely it is that a spelling follows a tradition. */
export interface TraditionShare {
  readonly tradition: Tradition;
  /** In (0, 1]; those of all traditions add up to 1. */
  readonly share: number;
}

interface Cue {
  readonly pattern: RegExp;
  /** Bits for each tradition, in the order of `TRADITIONS`. */
  readonly bits: readonly number[];
}

/** Reads bits of traditions (`turkish 8, kurdish 8`) in the order of `TRADITIONS`; none is 0. */
function readBits(list: string): number[] {
  const bits = new Map(
    list.split(', ').map((each): [string, number] => {
      const [tradition = '', value] = each.split(' ');
      return [tradition, Number(value)];
    }),
  );
  return TRADITIONS.map((tradition) => bits.get(tradition) ?? 0);
}

const BEFORE = readBits(data.before);
const CUES: readonly Cue[] = Object.entries(data.cues).map(([pattern, list]) => ({
  pattern: new RegExp(pattern, 'u'),
  bits: readBits(list),
}));

const APOSTROPHES = /[\u0060\u00b4\u02bc\u2018\u2019\u2032]/gu;
const MOST_LETTERS = 60;

/** Shares of the traditions that a word or name may be spelled in, the likeliest first. */
function rank(bits: readonly number[]): TraditionShare[] {
  const most = Math.max(...bits);
  const odds = bits.map((each) => 2 ** (each - most));
  const all = odds.reduce((sum, each) => sum + each, 0);
  return TRADITIONS.map((tradition, at) => ({ tradition, share: (odds[at] ?? 0) / all })).sort(
    (a, b) => b.share - a.share,
  );
}

/**
 * In which tradition a Latin name is spelled, by its letters: the traditions with their shares, the
 * likeliest first. Takes a word or a whole name as written, capitals or not; what has no Latin letter has
 * no tradition: the list is empty. A plain spelling (Hassan) follows several.
 */
export function traditionsOf(text: string): TraditionShare[] {
  const written = text.slice(0, MOST_LETTERS).normalize('NFC').toLowerCase();
  if (!/\p{Script=Latin}/u.test(written)) return [];
  const plain = written.replace(/i̇/gu, 'i').replace(APOSTROPHES, "'");
  const bits = [...BEFORE];
  for (const cue of CUES) {
    if (!cue.pattern.test(plain)) continue;
    cue.bits.forEach((each, at) => (bits[at] = (bits[at] ?? 0) + each));
  }
  return rank(bits);
}
