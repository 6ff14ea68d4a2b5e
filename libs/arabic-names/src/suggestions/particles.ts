import type { SuggestedTradition } from './traditions.js';
import type { Found } from './search.js';

/** Ways to write a word that is no name by itself, with the share of each. */
function ways(...pairs: readonly (readonly [text: string, chance: number])[]): readonly Found[] {
  return pairs.map(([text, chance]) => ({ text, chance }));
}

type Particle = 'abu' | 'umm' | 'bin' | 'ibn' | 'bint';

const ARABIC: Readonly<Record<Particle, readonly Found[]>> = {
  abu: ways(['أبو', 1]),
  umm: ways(['أم', 1]),
  bin: ways(['بن', 1]),
  ibn: ways(['ابن', 0.6], ['بن', 0.4]),
  bint: ways(['بنت', 1]),
};

const LATIN: Readonly<Record<Particle, readonly Found[]>> = {
  abu: ways(['Abu', 0.8], ['Abou', 0.2]),
  umm: ways(['Umm', 0.8], ['Oum', 0.2]),
  bin: ways(['bin', 0.7], ['ben', 0.3]),
  ibn: ways(['ibn', 0.8], ['bin', 0.2]),
  bint: ways(['bint', 1]),
};

/** Where a tradition has its own. */
const BY_TRADITION: Readonly<
  Partial<Record<SuggestedTradition, Partial<Record<Particle, readonly Found[]>>>>
> = {
  french: {
    abu: ways(['Abou', 0.8], ['Abu', 0.2]),
    umm: ways(['Oum', 0.8], ['Umm', 0.2]),
    bin: ways(['ben', 0.7], ['bin', 0.3]),
  },
  turkish: { abu: ways(['Ebu', 0.7], ['Abu', 0.3]), umm: ways(['Ümmü', 0.6], ['Umm', 0.4]) },
  kurdish: { abu: ways(['Ebû', 0.6], ['Abu', 0.4]), umm: ways(['Um', 0.6], ['Umm', 0.4]) },
};

/** The article, of Arabic names that have it in writing: rounded shares of the public sets, by language. */
const ARTICLES: Readonly<Record<SuggestedTradition | 'any', readonly Found[]>> = {
  any: ways(['al-', 0.6], ['', 0.3], ['el-', 0.1]),
  english: ways(['al-', 0.65], ['', 0.25], ['el-', 0.1]),
  french: ways(['al-', 0.5], ['', 0.35], ['el-', 0.15]),
  german: ways(['al-', 0.7], ['', 0.3]),
  turkish: ways(['', 0.8], ['el-', 0.2]),
  kurdish: ways(['', 0.7], ['el-', 0.3]),
  swedish: ways(['al-', 0.7], ['', 0.3]),
  chat: ways(['al-', 0.6], ['el-', 0.4]),
};

const FOLDED: ReadonlyMap<string, Particle> = new Map(
  Object.entries<Particle>({
    abu: 'abu',
    abou: 'abu',
    abo: 'abu',
    aboo: 'abu',
    ebu: 'abu',
    ابو: 'abu',
    ابي: 'abu',
    um: 'umm',
    umm: 'umm',
    oum: 'umm',
    om: 'umm',
    ام: 'umm',
    bin: 'bin',
    ben: 'bin',
    بن: 'bin',
    ibn: 'ibn',
    ابن: 'ibn',
    bint: 'bint',
    bent: 'bint',
    بنت: 'bint',
  }),
);

/** The word that stands for a kinship before a name, if a folded word is one. */
export function particleOf(folded: string): Particle | null {
  return FOLDED.get(folded) ?? null;
}

export function arabicParticle(particle: Particle): readonly Found[] {
  return ARABIC[particle];
}

export function latinParticle(
  particle: Particle,
  tradition: SuggestedTradition | null,
): readonly Found[] {
  const own = tradition === null ? undefined : BY_TRADITION[tradition]?.[particle];
  return own ?? LATIN[particle];
}

/** Ways to write the article before a name, its hyphen included; the empty one leaves it out. */
export function latinArticle(tradition: SuggestedTradition | null): readonly Found[] {
  return ARTICLES[tradition ?? 'any'];
}
