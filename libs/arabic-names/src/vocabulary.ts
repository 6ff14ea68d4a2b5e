import { crossSimilarity, wordSimilarity } from './compare-tokens.js';
import { MetSimilarities, type Counter } from './met-similarities.js';
import { SievedWords } from './sieved-words.js';
import { closeFit, NO_FIT } from './sound-model.js';
import { factsOf, wordKey, type ComparableWord } from './token-facts.js';
import type { NameToken } from './types.js';

/** Similarities kept over all rows: 16 MB. */
const MOST_CELLS = 2 ** 22;
/** Room for the same over all words that meet few others: some 16 MB. */
const MOST_MET = 2 ** 21;

/** Of words of two scripts that cannot be one. */
const NONE = crossSimilarity(NO_FIT);

/** Numbers of the words of one script that have the same consonants. */
type WordsOfPattern = number[];

/** The words of a vocabulary, and those of each script by their consonants. */
class Words {
  readonly all: ComparableWord[] = [];
  private readonly sieved = { arabic: new SievedWords(), latin: new SievedWords() };
  private readonly ofPattern: Record<'arabic' | 'latin', WordsOfPattern[]> = {
    arabic: [],
    latin: [],
  };

  /** @returns the number of the word */
  add(word: ComparableWord): number {
    const number = this.all.push(word) - 1;
    const { script, sound } = word;
    if (script !== 'other' && sound !== null) {
      (this.ofPattern[script][this.sieved[script].add(sound.sieve)] ??= []).push(number);
    }
    return number;
  }

  /**
   * Calls for each of some words with each word of the other script that may be one with it: for one word of the
   * vocabulary after the other, so that each is fetched from memory once for all that ask.
   */
  forEachMeeting(
    asking: readonly ComparableWord[],
    meet: (place: number, number: number) => void,
  ): void {
    for (const script of ['arabic', 'latin'] as const) {
      const askers = this.askersOf(script, asking);
      this.ofPattern[script].forEach((numbers, pattern) => {
        const places = askers[pattern];
        if (places === undefined) return;
        for (const number of numbers) for (const place of places) meet(place, number);
      });
    }
  }

  /** For each pattern of a script the places of the asking words that words of it may be one with. */
  private askersOf(script: 'arabic' | 'latin', asking: readonly ComparableWord[]): number[][] {
    const askers: number[][] = [];
    asking.forEach((word, place) => {
      if (word.script === 'other' || word.script === script || word.sound === null) return;
      const passing = this.sieved[script].passing(word.sound.sieve);
      for (let pattern = 0; pattern < this.ofPattern[script].length; pattern += 1) {
        if (passing[pattern] === 1) (askers[pattern] ??= []).push(place);
      }
    });
    return askers;
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

  /** Numbers of all words that are at least `LEAST_SIMILAR`, each once. Valid until words come. */
  similarWords(): readonly number[] {
    SimilarityRow.completeAll([this]);
    return this.similar;
  }

  at(word: number): number {
    const known = this.cells[word] ?? NaN;
    return known === known ? known : this.compute(word);
  }

  /** Computes what is not known yet of rows of one vocabulary: at less cost together than one by one. */
  static completeAll(rows: Iterable<SimilarityRow>): void {
    const open = [...new Set(rows)].filter(({ known, cells }) => known < cells.length);
    const [first] = open;
    if (first === undefined) return;
    const { all } = first.words;
    for (const row of open) row.enterOwnScript();
    const asking = open.map(({ own }) => own);
    first.words.forEachMeeting(asking, (place, word) => {
      const row = open[place];
      const other = all[word];
      if (row === undefined || other === undefined || word < row.known) return;
      if (word < row.cells.length) row.enter(word, meetClosely(row.own, other));
    });
    for (const row of open) row.known = row.cells.length;
  }

  /** Words of the other script are nothing to it, until they are met. */
  private enterOwnScript(): void {
    const { cells, own, known } = this;
    const { all } = this.words;
    cells.fill(NONE, known);
    for (let word = known; word < cells.length; word += 1) {
      const other = all[word];
      if (other !== undefined && other.script === own.script) {
        this.enter(word, wordSimilarity(own, other));
      }
    }
  }

  private enter(word: number, similarity: number): void {
    this.cells[word] = similarity;
    if (similarity >= LEAST_SIMILAR) this.similar.push(word);
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
  /** The same of the words that meet few. */
  private readonly met = new Map<string, MetSimilarities>();
  private readonly metInAll: Counter = { count: 0 };
  /** How often all of these were forgotten. */
  forgotten = 0;

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

  /** A word's similarities with the few words of the vocabulary that it will meet. Kept as memory allows, too. */
  fewOf(token: NameToken): MetSimilarities {
    const key = wordKey(token);
    const known = this.met.get(key);
    if (known !== undefined) return known;
    if (this.metInAll.count >= MOST_MET) {
      this.met.clear();
      this.forgotten += 1;
      this.metInAll.count = 0;
    }
    const fresh = new MetSimilarities(factsOf(token).word, this.words.all, this.metInAll);
    this.met.set(key, fresh);
    return fresh;
  }

  private makeRoom(size: number): void {
    for (const [key, oldest] of this.rows) {
      if (this.cells + size <= MOST_CELLS) return;
      this.rows.delete(key);
      this.cells -= oldest.size;
    }
  }
}
