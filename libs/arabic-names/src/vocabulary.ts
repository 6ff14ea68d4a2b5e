import { crossSimilarity, wordSimilarity } from './compare-tokens.js';
import { LatinSieves } from './sieve.js';
import { closeFit, NO_FIT, type SoundWord } from './sound-model.js';
import { factsOf, wordKey, type ComparableWord } from './token-facts.js';
import type { NameToken } from './types.js';

/** Similarities kept over all rows: 16 MB. */
const MOST_CELLS = 2 ** 22;

/** Of words of two scripts that cannot be one. */
const NONE = crossSimilarity(NO_FIT);

/** One word's similarities with all words of a vocabulary, each computed when first asked for. */
export class SimilarityRow {
  /** By number of the word; NaN where not computed yet. */
  private cells: Float32Array;

  constructor(
    private readonly own: ComparableWord,
    private readonly words: readonly ComparableWord[],
    private readonly latin: LatinSieves,
  ) {
    this.cells = new Float32Array(words.length).fill(NaN);
  }

  get size(): number {
    return this.cells.length;
  }

  /** Makes room for words that came since. */
  grow(): void {
    if (this.cells.length === this.words.length) return;
    const grown = new Float32Array(this.words.length).fill(NaN);
    grown.set(this.cells);
    this.cells = grown;
  }

  /** All similarities, by number of the word. Valid until words come. */
  all(): Float32Array {
    const { cells, own } = this;
    const arabic = own.script === 'arabic' ? own.sound : null;
    for (let word = 0; word < cells.length; word += 1) {
      if (cells[word] === cells[word]) continue;
      if (arabic !== null && this.latin.has(word)) cells[word] = this.crossed(arabic, word);
      else this.compute(word);
    }
    return cells;
  }

  private crossed(arabic: SoundWord, word: number): number {
    if (!this.latin.mayBeOne(arabic.sieve, word)) return NONE;
    const latin = this.words[word]?.sound ?? null;
    return latin === null ? 0 : crossSimilarity(closeFit(arabic, latin));
  }

  at(word: number): number {
    const known = this.cells[word] ?? NaN;
    return known === known ? known : this.compute(word);
  }

  private compute(word: number): number {
    const other = this.words[word];
    const similarity = other === undefined ? 0 : wordSimilarity(this.own, other);
    this.cells[word] = similarity;
    return similarity;
  }
}

/** The different words of many names, numbered: there are far fewer words than pairs of names. */
export class Vocabulary {
  private readonly words: ComparableWord[] = [];
  private readonly latin = new LatinSieves();
  private readonly numbers = new Map<string, number>();
  /** By the asking word, the one asked longest ago first. */
  private readonly rows = new Map<string, SimilarityRow>();
  private cells = 0;

  /** The number of a token's word, which joins the vocabulary if it is new. */
  numberOf(token: NameToken): number {
    const key = wordKey(token);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const { word } = factsOf(token);
    const number = this.words.push(word) - 1;
    this.latin.add(word.script === 'latin' ? (word.sound?.sieve ?? null) : null);
    this.numbers.set(key, number);
    return number;
  }

  /** A word's similarities with the words known now. Rows are kept as memory allows: names recur. */
  rowOf(token: NameToken): SimilarityRow {
    const key = wordKey(token);
    const kept = this.rows.get(key);
    const row = kept ?? new SimilarityRow(factsOf(token).word, this.words, this.latin);
    if (kept !== undefined) {
      this.rows.delete(key);
      this.cells -= row.size;
      row.grow();
    }
    this.makeRoom(row.size);
    this.rows.set(key, row);
    this.cells += row.size;
    return row;
  }

  private makeRoom(size: number): void {
    for (const [key, oldest] of this.rows) {
      if (this.cells + size <= MOST_CELLS) return;
      this.rows.delete(key);
      this.cells -= oldest.size;
    }
  }
}
