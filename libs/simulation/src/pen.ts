import { misreadArabic, mistype, respellArabic } from './arabic-errors.js';
import type { NameToken } from './name-token.js';
import type { Random } from './random.js';
import { Ranked } from './ranked.js';
import type { Tradition } from './spelling-rules.js';

/** How one hand writes names: a record is written by one pen, in one script and manner. */
export interface Pen {
  latin: boolean;
  /** The tokens of one name part, joined by spaces. */
  write(tokens: readonly NameToken[]): string;
}

/** Probabilities, each for one token. */
export interface PenNoise {
  /** Of a spelling that means no difference. */
  spelling: number;
  /** Of a mistake. */
  slip: number;
  /** Whose mistakes: of a hand that types, or of an eye that reads a card. */
  by: 'hand' | 'eye';
}

/** Writes Arabic letters. */
export function arabicPen(random: Random, noise: PenNoise): Pen {
  const token = ({ ar }: NameToken): string => {
    const spelled = random.chance(noise.spelling) ? respellArabic(random, ar) : ar;
    if (!random.chance(noise.slip)) return spelled;
    return noise.by === 'eye' ? misreadArabic(random, spelled) : mistype(random, spelled);
  };
  return { latin: false, write: (tokens) => tokens.map(token).join(' ') };
}

const relatives = new Ranked<[Tradition, number]>(
  [
    ['en', 45],
    ['chat', 15],
    ['fr', 12],
    ['de', 12],
    ['tr', 12],
    ['ku', 4],
  ],
  ([, weight]) => weight,
);

/** The article by tradition, the most usual first; '' leaves it out. */
const articles: Readonly<Record<Tradition, readonly string[]>> = {
  en: ['Al-', 'al-', 'Al ', 'El-', ''],
  fr: ['Al-', 'El ', 'Al ', 'El-', ''],
  de: ['Al-', 'Al ', 'al-', 'El-', ''],
  tr: ['El ', 'El-', 'Al ', ''],
  ku: ['El ', 'Al-', ''],
  chat: ['al', 'al ', 'el ', ''],
};

/** How a relative writes Latin letters: each after a tradition of the country they live in. */
export function relativesLatinPen(random: Random, noise: PenNoise): Pen {
  return latinPen(random, relatives.pick(random)[0], noise);
}

/** How an archive's readers write Latin letters: English, seldom French. */
export function readersLatinPen(random: Random, noise: PenNoise): Pen {
  return latinPen(random, random.chance(0.85) ? 'en' : 'fr', noise);
}

function latinPen(random: Random, tradition: Tradition, noise: PenNoise): Pen {
  const article = random.pickUsual(articles[tradition]);
  const capitals = tradition !== 'chat' && random.chance(0.08);
  const token = (name: NameToken): string => {
    const [usual] = name.latin[tradition];
    const spelled = random.chance(0.4) ? (usual ?? '') : random.pickUsual(name.latin[tradition]);
    const word = random.chance(noise.slip) ? mistype(random, spelled) : spelled;
    return name.article ? article + word : word;
  };
  return {
    latin: true,
    write(tokens) {
      const text = tokens.map(token).join(' ');
      if (tradition === 'chat') return text.toLowerCase();
      return capitals ? text.toUpperCase() : text;
    },
  };
}
