import { codeOfLetter, LETTER_CODES, WORD_END, WORD_START } from '../src/sound-units.js';
import { Steps } from './steps.js';

/** The power of a word's own probability that a fit is divided by at first. */
const FIRST_POWER = 0.7;
/** Count of pairs of letters that were never seen. */
const UNSEEN = 0.5;

/** Weights of pairs of neighbouring letters of one side: what a word weighs whatever it meets. */
export class LetterWeights {
  /** By `first * LETTER_CODES + second`, codes of letters; natural logarithms. */
  readonly values: Float32Array;
  private readonly steps: Steps;
  private readonly places = new Map<string, Int32Array>();

  private constructor(
    values: Float32Array,
    private readonly script: 'arabic' | 'latin',
  ) {
    this.values = values;
    this.steps = new Steps(values, { start: 0.1, shrink: 0, most: 20 });
  }

  /** Starts from the bigrams of the words given: rare letters make a fit say more. */
  static of(
    words: readonly { text: string; weight: number }[],
    script: 'arabic' | 'latin',
  ): LetterWeights {
    const model = new LetterWeights(new Float32Array(LETTER_CODES ** 2), script);
    const counts = new Float64Array(LETTER_CODES ** 2).fill(UNSEEN);
    for (const { text, weight } of words) {
      for (const place of model.placesOf(text)) counts[place] = (counts[place] ?? 0) + weight;
    }
    for (let first = 0; first < LETTER_CODES; first += 1) {
      const row = counts.subarray(first * LETTER_CODES, (first + 1) * LETTER_CODES);
      const all = row.reduce((sum, count) => sum + count, 0);
      row.forEach((count, second) => {
        model.values[first * LETTER_CODES + second] = -FIRST_POWER * Math.log(count / all);
      });
    }
    return model;
  }

  private placesOf(word: string): Int32Array {
    const known = this.places.get(word);
    if (known !== undefined) return known;
    const codes = Array.from(word, (letter) => codeOfLetter(letter, this.script));
    const places = Int32Array.from([...codes, WORD_END], (code, at) => {
      return (codes[at - 1] ?? WORD_START) * LETTER_CODES + code;
    });
    this.places.set(word, places);
    return places;
  }

  score(word: string): number {
    let sum = 0;
    for (const place of this.placesOf(word)) sum += this.values[place] ?? 0;
    return sum;
  }

  pull(word: string, gradient: number): void {
    for (const place of this.placesOf(word)) this.steps.pull(place, gradient);
  }

  step(rate: number): void {
    this.steps.take(rate);
  }
}
