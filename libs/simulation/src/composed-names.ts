import { nameToken, type NameToken, type VocabularyRow } from './name-token.js';
import { TRADITIONS, type Tradition } from './traditions.js';

type Prefix = { ar: readonly string[] } & Readonly<Record<Tradition, readonly string[]>>;

/** What stands before a forefather's name in many family names. */
const prefixes: readonly Prefix[] = [
  {
    ar: ['أبو'],
    en: ['Abu', 'Abo', 'Abou'],
    fr: ['Abou'],
    de: ['Abu', 'Abou'],
    tr: ['Ebu', 'Abu'],
    ku: ['Ebû'],
    chat: ['abu', 'abo'],
  },
  {
    ar: ['حاج', 'الحاج'],
    en: ['Haj', 'Hajj'],
    fr: ['Hadj', 'Haj'],
    de: ['Haj', 'Hadsch'],
    tr: ['Hac', 'Hacı'],
    ku: ['Hecî'],
    chat: ['7aj', 'haj'],
  },
  {
    ar: ['شيخ', 'الشيخ'],
    en: ['Sheikh', 'Shaikh', 'Shekh'],
    fr: ['Cheikh'],
    de: ['Scheich', 'Sheikh'],
    tr: ['Şeyh', 'Şıh'],
    ku: ['Şêx'],
    chat: ['shei5', 'shekh'],
  },
];

/** How many of the commonest given names families are called after. */
const forefathers = 70;

/** أبو حسن, حاج علي, الشيخ خليل: the commonest forefathers first. */
export function composedFamilyNames(given: readonly VocabularyRow[]): NameToken[] {
  const single = given.filter(({ ar }) => !ar.includes(' ')).slice(0, forefathers);
  return single.flatMap((row) => {
    const name = nameToken(row);
    return prefixes.flatMap((prefix) => prefix.ar.map((ar) => compose(prefix, ar, name)));
  });
}

function compose(prefix: Prefix, ar: string, name: NameToken): NameToken {
  const latin = {} as Record<Tradition, readonly string[]>;
  for (const tradition of TRADITIONS) {
    const [usual = '', ...others] = name.latin[tradition];
    latin[tradition] = [
      ...prefix[tradition].map((before) => `${before} ${usual}`),
      ...others.map((other) => `${prefix[tradition][0] ?? ''} ${other}`),
    ];
  }
  return { ar: `${ar} ${name.ar}`, article: ar.startsWith('ال'), latin };
}
