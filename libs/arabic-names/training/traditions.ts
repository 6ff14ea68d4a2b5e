import { latticeOf, UnitTable } from './joint-sequence.js';
import { MOST_LATIN_LETTERS, type TrainingPair } from './pairs.js';

/** Units of the likeliest way to cut a pair, `arabic|latin` each; none where there is no way. */
export function likeliestUnits(pair: TrainingPair, shares: ReadonlyMap<string, number>): string[] {
  const table = new UnitTable();
  const { units, from, to, cells } = latticeOf(pair, table);
  const best = new Float64Array(cells);
  const came = new Int32Array(cells).fill(-1);
  best[0] = 1;
  units.forEach((unit, arc) => {
    const share = shares.get(table.names[unit] ?? '') ?? 0;
    const through = (best[from[arc] ?? 0] ?? 0) * share;
    const cell = to[arc] ?? 0;
    if (through <= (best[cell] ?? 0)) return;
    best[cell] = through;
    came[cell] = arc;
  });
  const names: string[] = [];
  for (let cell = cells - 1; cell > 0;) {
    const arc = came[cell] ?? -1;
    if (arc < 0) return [];
    names.unshift(table.names[units[arc] ?? 0] ?? '');
    cell = from[arc] ?? 0;
  }
  return names;
}

/** Traditions of which spellings are made by rule. */
export type RuledTradition = 'chat' | 'german' | 'swedish' | 'kurdish' | 'turkish';

/** A pair whose spelling was made by rule. */
export interface RuledPair extends TrainingPair {
  readonly tradition: RuledTradition;
}

/** How a tradition writes: what of a usual spelling it replaces, letter by Arabic letter, and then in the whole word. */
interface Tradition {
  readonly name: RuledTradition;
  readonly letters: Readonly<Record<string, readonly (readonly [RegExp, string])[]>>;
  readonly word: readonly (readonly [RegExp, string])[];
  /** Share of the letters that are written so: most writers of chats do it for some only. */
  readonly zeal: number;
}

type Letters = Tradition['letters'];
type WordRule = Tradition['word'][number];

/** Letters that Turks and Kurds write alike: one alphabet, and emphatic sounds that neither tongue has. */
const TURKISH_AND_KURDISH: Letters = {
  ش: [[/sh|ch/u, 'ş']],
  ج: [[/dj|j|g/u, 'c']],
  ذ: [[/dh|d|th/u, 'z']],
  ظ: [[/dh|d|th/u, 'z']],
  ض: [[/dh|d/u, 'z']],
  ث: [[/th|t/u, 's']],
};
/** The y of English, which German and Swedish write j. */
const Y_AS_J: Letters = { ي: [[/y(?=[aeiou])/u, 'j']] };
const FIRST_Y_AS_J: WordRule = [/^y/u, 'j'];
/** English and French ways to write a long vowel, which others write with one letter. */
const LONG_U: WordRule = [/oo|ou/gu, 'u'];
const LONG_I: WordRule = [/ee/gu, 'i'];

/**
 * From general knowledge of how these languages and scripts write Arabic names. Kurdish is Hawar;
 * marks that the model's letters do not have (î, û, ê) are left out.
 */
const TRADITIONS: readonly Tradition[] = [
  {
    name: 'chat',
    letters: {
      ح: [[/h+/u, '7']],
      خ: [
        [/kh|k|h|j/u, '5'],
        [/kh|k|h|j/u, '7'],
      ],
      ع: [[/'|^/u, '3']],
      غ: [[/gh|g/u, '8']],
      ط: [[/t+/u, '6']],
      ص: [[/s+/u, '9']],
      ق: [
        [/q|k|c|g/u, '2'],
        [/q|k|c|g/u, '9'],
        [/q|k|c|g/u, '8'],
      ],
      أ: [
        [/^a?/u, '2a'],
        [/^a?/u, 'a2'],
      ],
      إ: [[/^[ie]?/u, '2i']],
      ء: [[/'|^/u, '2']],
      ئ: [[/'|^/u, '2']],
      ؤ: [
        [/'|^/u, '2'],
        [/ou|oo|[ou]/u, 'o2'],
        [/ou|oo|[ou]/u, '2'],
      ],
    },
    word: [],
    zeal: 0.8,
  },
  {
    name: 'german',
    letters: {
      ش: [[/sh|ch|ş/u, 'sch']],
      ج: [[/dj|j|g|c/u, 'dsch']],
      خ: [[/kh|h|k/u, 'ch']],
      ح: [
        [/h+/u, 'h'],
        [/h+/u, 'ch'],
      ],
      ...Y_AS_J,
    },
    word: [LONG_U, LONG_I, FIRST_Y_AS_J],
    zeal: 1,
  },
  {
    name: 'swedish',
    letters: {
      ش: [[/sh|ch|ş/u, 'sj']],
      ج: [[/dj|j|g|c/u, 'dj']],
      ...Y_AS_J,
    },
    word: [[/oo|ou/gu, 'o'], LONG_I, FIRST_Y_AS_J],
    zeal: 1,
  },
  {
    name: 'kurdish',
    letters: {
      ...TURKISH_AND_KURDISH,
      خ: [[/kh|h|k/u, 'x']],
      غ: [[/gh|g/u, 'x']],
    },
    word: [LONG_U, LONG_I, [/ai|ay|ei/gu, 'e']],
    zeal: 1,
  },
  {
    name: 'turkish',
    letters: {
      ...TURKISH_AND_KURDISH,
      خ: [[/kh|k/u, 'h']],
      غ: [[/gh|g/u, 'ğ']],
      ق: [[/q/u, 'k']],
      و: [[/w/u, 'v']],
    },
    word: [LONG_U, LONG_I, [/b$/u, 'p'], [/d$/u, 't'], [/([^aeiouyıüö'])\1$/u, '$1']],
    zeal: 1,
  },
];

/** Share of a pair's weight that its spelling in another tradition has. */
const SHARE = 0.5;

/**
 * The pairs in traditions of which there is little to learn from, made by rule from the usual
 * spellings: chat digits, German, Swedish, Kurdish, Turkish.
 * @param shares of the units of a model trained on the usual spellings
 * @param random draws which letters are written so
 */
export function inOtherTraditions(
  pairs: readonly TrainingPair[],
  shares: ReadonlyMap<string, number>,
  random: () => number,
): RuledPair[] {
  return pairs.flatMap((pair) => {
    if (pair.doubtful || !/[حخعغطصضظذثقشجأإؤئ]/u.test(pair.arabic) || /\d/u.test(pair.latin))
      return [];
    const units = likeliestUnits(pair, shares);
    const met = new Set(['', pair.latin]);
    return TRADITIONS.flatMap((tradition) => {
      const latin = write(units, tradition, random);
      if (met.has(latin) || latin.length > MOST_LATIN_LETTERS) return [];
      met.add(latin);
      return [{ ...pair, latin, weight: pair.weight * SHARE, tradition: tradition.name }];
    });
  });
}

function write(
  units: readonly string[],
  { letters, word, zeal }: Tradition,
  random: () => number,
): string {
  const spelled = units.map((unit) => {
    const [arabic = '', latin = ''] = unit.split('|');
    const letter = Array.from(arabic).find((sign) => letters[sign] !== undefined);
    const ways = letter === undefined ? [] : (letters[letter] ?? []);
    const [replaced, sign] = ways[Math.floor(random() * ways.length)] ?? [/$^/u, ''];
    return random() < zeal ? latin.replace(replaced, sign) : latin;
  });
  return word.reduce((text, [found, put]) => text.replace(found, put), spelled.join(''));
}
