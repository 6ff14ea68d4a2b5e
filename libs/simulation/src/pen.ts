import { respellArabic } from './arabic-errors.js';
import { spellFreely } from './latin-freedoms.js';
import type { NameToken } from './name-token.js';
import type { Settings } from './options.js';
import type { Random } from './random.js';
import type { Slip } from './slips.js';
import type { Manner, Tradition } from './traditions.js';

/** How one hand writes names: a record is written by one pen, in one script and manner. */
export interface Pen {
  manner: Manner;
  latin: boolean;
  /** The tokens of one name part, joined by spaces. */
  write(tokens: readonly NameToken[]): string;
}

/** Writes Arabic letters. @param spelling how often a token is spelled otherwise without error */
export function arabicPen(random: Random, spelling: number, slip: Slip): Pen {
  const token = ({ ar }: NameToken): string =>
    slip(random, random.chance(spelling) ? respellArabic(random, ar) : ar);
  return { manner: 'ar', latin: false, write: (tokens) => tokens.map(token).join(' ') };
}

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
export function relativesLatinPen(random: Random, settings: Settings, slip: Slip): Pen {
  return latinPen(random, settings, settings.traditions.pick(random), slip);
}

/** How an archive's readers write Latin letters: English, seldom French. */
export function readersLatinPen(random: Random, settings: Settings, slip: Slip): Pen {
  return latinPen(random, settings, random.chance(0.85) ? 'en' : 'fr', slip);
}

function latinPen(random: Random, { noise }: Settings, tradition: Tradition, slip: Slip): Pen {
  const article = random.chance(noise.latinVariant)
    ? random.pickUsual(articles[tradition])
    : (articles[tradition][0] ?? '');
  const capitals = tradition !== 'chat' && random.chance(noise.latinVariant * 0.15);
  const token = (name: NameToken): string => {
    const [usual = '', ...others] = name.latin[tradition];
    const isOther = others.length > 0 && random.chance(noise.latinVariant);
    const spelled = isOther ? random.pickUsual(others) : usual;
    const free = random.chance(noise.latinFreedom)
      ? spellFreely(random, spelled, tradition)
      : spelled;
    const word = slip(random, free);
    return name.article ? article + word : word;
  };
  return {
    manner: tradition,
    latin: true,
    write(tokens) {
      const text = tokens.map(token).join(' ');
      if (tradition === 'chat') return text.toLowerCase();
      return capitals ? text.toUpperCase() : text;
    },
  };
}
