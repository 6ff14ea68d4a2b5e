import { soundSimilarity } from './compare-tokens.js';
import type { CompiledToken } from './sound-model.js';
import { factsOf } from './token-facts.js';
import type { NameToken } from './types.js';

interface Word {
  readonly folded: string;
  readonly compiled: CompiledToken | null;
}

/** Similarities kept over all rows: 16 MB. */
const MOST_CELLS = 2 ** 22;

function wordOf(token: NameToken): Word {
  return { folded: token.folded, compiled: factsOf(token).compiled };
}

/** One word's similarities with all words of a vocabulary, each computed when first asked for. */
export class SimilarityRow {
  /** By number of the word; NaN where not computed yet. */
  private cells: Float32Array;

  constructor(
    private readonly own: Word,
    private readonly words: readonly Word[],
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

  at(word: number): number {
    const known = this.cells[word] ?? NaN;
    return known === known ? known : this.compute(word);
  }

  private compute(word: number): number {
    const other = this.words[word];
    const similarity = other === undefined ? 0 : this.with(other);
    this.cells[word] = similarity;
    return similarity;
  }

  private with(other: Word): number {
    if (this.own.folded === other.folded) return 1;
    if (this.own.compiled === null || other.compiled === null) return 0;
    return soundSimilarity(this.own.compiled, other.compiled);
  }
}

/** The different words of many names, numbered: there are far fewer words than pairs of names. */
export class Vocabulary {
  private readonly words: Word[] = [];
  private readonly numbers = new Map<string, number>();
  /** By the asking word, the one asked longest ago first. */
  private readonly rows = new Map<string, SimilarityRow>();
  private cells = 0;

  /** The number of a token's word, which joins the vocabulary if it is new. */
  numberOf(token: NameToken): number {
    const known = this.numbers.get(token.folded);
    if (known !== undefined) return known;
    const number = this.words.push(wordOf(token)) - 1;
    this.numbers.set(token.folded, number);
    return number;
  }

  /** A word's similarities with the words known now. Rows are kept as memory allows: names recur. */
  rowOf(token: NameToken): SimilarityRow {
    const kept = this.rows.get(token.folded);
    const row = kept ?? new SimilarityRow(wordOf(token), this.words);
    if (kept !== undefined) {
      this.rows.delete(token.folded);
      this.cells -= row.size;
      row.grow();
    }
    this.makeRoom(row.size);
    this.rows.set(token.folded, row);
    this.cells += row.size;
    return row;
  }

  private makeRoom(size: number): void {
    for (const [folded, oldest] of this.rows) {
      if (this.cells + size <= MOST_CELLS) return;
      this.rows.delete(folded);
      this.cells -= oldest.size;
    }
  }
}
