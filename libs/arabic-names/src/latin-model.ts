import data from './latin-model.json' with { type: 'json' };
import { NO_FIT, PairModel, type ReadyWord } from './pair-model.js';
import { mayBeOne, SoundSieve, type Sieve } from './sieve.js';

const SCRIPTS = { arabic: 'latin', latin: 'latin' } as const;

let known: { readonly pairs: PairModel; readonly sieve: SoundSieve } | null = null;

/** The model, made when two Latin words first meet: many who compare names of two scripts never need it. */
function model() {
  if (known === null) {
    const pairs = new PairModel(data, SCRIPTS);
    known = { pairs, sieve: new SoundSieve(pairs.units, pairs.factors, SCRIPTS) };
  }
  return known;
}

/** An article written to a word (Alrawi, Elmasry); many short names begin so too (Elham). */
const JOINED_ARTICLE = /^[ae]l(?=[bcdfghjkmnpqrstvwxz'][a-z']{3})/u;

/** A Latin word made ready to be met by another: each side of a meeting when it is first needed. */
export class LatinWord {
  private own: { readonly cut: ReadyWord; readonly sieve: Sieve } | null = null;
  private other: { readonly cut: ReadyWord; readonly sieve: Sieve } | null = null;

  /** @param spelling in the letters of the sound model, without an article */
  constructor(readonly spelling: string) {}

  get first() {
    return (this.own ??= this.on('arabic'));
  }

  get second() {
    return (this.other ??= this.on('latin'));
  }

  private on(side: 'arabic' | 'latin') {
    const { pairs, sieve } = model();
    const article = JOINED_ARTICLE.exec(this.spelling)?.[0].length ?? 0;
    return { cut: pairs.ready(this.spelling, side, article), sieve: sieve.of(this.spelling, side) };
  }
}

/** As `fit` of the sound model, of two Latin words: one name in two spellings. Symmetric. */
export function latinFit(a: LatinWord, b: LatinWord): number {
  const { first } = a.spelling <= b.spelling ? a : b;
  const { second } = a.spelling <= b.spelling ? b : a;
  return mayBeOne(first.sieve, second.sieve) ? model().pairs.fit(first.cut, second.cut) : NO_FIT;
}
