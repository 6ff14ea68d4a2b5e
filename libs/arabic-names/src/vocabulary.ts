import { crossSimilarity, wordSimilarity } from './compare-tokens.js';
import { SievedWords } from './sieved-words.js';
import { closeFit, NO_FIT } from './sound-model.js';
import { factsOf, wordKey, type ComparableWord } from './token-facts.js';
import type { NameToken } from './types.js';

/** Similarities kept over all rows: 16 MB. */
const MOST_CELLS = 2 ** 22;

/** Of words of two scripts that cannot be one. */
const NONE = crossSimilarity(NO_FIT);

/** The words of a vocabulary, and those of each script by their consonants. */
class Words {
  readonly all: ComparableWord[] = [];
  /** For each word the number of its pattern among those of its script; -1 where it has none. */
  readonly patterns: number[] = [];
  private readonly sieved = { arabic: new SievedWords(), latin: new SievedWords() };

  /** @returns the number of the word */
  add(word: ComparableWord): number {
    const { script, sound } = word;
    const pattern =
      script === 'other' || sound === null ? -1 : this.sieved[script].add(sound.sieve);
    this.patterns.push(pattern);
    return this.all.push(word) - 1;
  }

  /** For each pattern of the script that a word is not of, 1 where it may be one with that word. */
  passing({ script, sound }: ComparableWord): Uint8Array | null {
    if (script === 'other' || sound === null) return null;
    return this.sieved[script === 'arabic' ? 'latin' : 'arabic'].passing(sound.sieve);
  }
}

/** Words less similar to another are like nothing in it. */
export const LEAST_SIMILAR = 1e-6;

/** One word's similarities with all words of a vocabulary, each computed when first asked for. */
export class SimilarityRow {
  /** By number of the word; NaN where not computed yet. */
  private cells: Float32Array;
  /** The words before this one are all computed, and those of them that are similar are known. */
  private known = 0;
  private readonly similar: number[] = [];

  constructor(
    private readonly own: ComparableWord,
    private readonly words: Words,
  ) {
    this.cells = new Float32Array(words.all.length).fill(NaN);
  }

  get size(): number {
    return this.cells.length;
  }

  /** Makes room for words that came since. */
  grow(): void {
    if (this.cells.length === this.words.all.length) return;
    const grown = new Float32Array(this.words.all.length).fill(NaN);
    grown.set(this.cells);
    this.cells = grown;
  }

  /** Numbers of all words that are at least `LEAST_SIMILAR`, in rising order. Valid until words come. */
  similarWords(): readonly number[] {
    if (this.known < this.cells.length) this.computeAll();
    return this.similar;
  }

  at(word: number): number {
    const known = this.cells[word] ?? NaN;
    return known === known ? known : this.compute(word);
  }

  private computeAll(): void {
    const { cells, own } = this;
    const { patterns, all } = this.words;
    const passing = this.words.passing(own);
    for (let word = this.known; word < cells.length; word += 1) {
      const other = all[word];
      if (cells[word] !== cells[word] && other !== undefined) {
        const crosses = passing !== null && other.script !== own.script;
        if (crosses && passing[patterns[word] ?? -1] !== 1) cells[word] = NONE;
        else cells[word] = crosses ? meetClosely(own, other) : wordSimilarity(own, other);
      }
      if ((cells[word] ?? 0) >= LEAST_SIMILAR) this.similar.push(word);
    }
    this.known = cells.length;
  }

  private compute(word: number): number {
    const other = this.words.all[word];
    const similarity = other === undefined ? 0 : wordSimilarity(this.own, other);
    this.cells[word] = similarity;
    return similarity;
  }
}

/** Similarity of two words of two scripts of which it is known that they may be one. */
function meetClosely({ script, sound }: ComparableWord, other: ComparableWord): number {
  if (sound === null || other.sound === null) return 0;
  const arabic = script === 'arabic';
  return crossSimilarity(arabic ? closeFit(sound, other.sound) : closeFit(other.sound, sound));
}

/** The different words of many names, numbered: there are far fewer words than pairs of names. */
export class Vocabulary {
  private readonly words = new Words();
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
    const number = this.words.add(word);
    this.numbers.set(key, number);
    return number;
  }

  /** A word's similarities with the words known now. Rows are kept as memory allows: names recur. */
  rowOf(token: NameToken): SimilarityRow {
    const key = wordKey(token);
    const kept = this.rows.get(key);
    const row = kept ?? new SimilarityRow(factsOf(token).word, this.words);
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
