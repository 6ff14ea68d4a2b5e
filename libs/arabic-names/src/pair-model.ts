import { ContextFactors } from './context-factors.js';
import { unpackWeights } from './packed.js';
import { PlacedUnits } from './placed-units.js';
import {
  codeWord,
  LETTER_CODES,
  MOST_ARABIC,
  MOST_LATIN,
  SoundUnits,
  type CodedWord,
  type Side,
} from './sound-units.js';
import { UnitGrid } from './unit-grid.js';
import { MOST_LETTERS, sumOfWays, type CutWord } from './ways.js';

/** The weights of a model, as training wrote them; natural logarithms. */
export interface PairModelData {
  readonly units: string;
  readonly unitWeights: string;
  readonly contextPlaces: string;
  readonly contextWeights: string;
  readonly arabicLetters: string;
  readonly latinLetters: string;
}

/** A word made ready to be met by words of the other side. */
export interface ReadyWord extends CutWord {
  /** What its letters weigh whatever they meet: natural logarithm. */
  readonly weight: number;
}

/** Most words meet none that may be one with them: what their units weigh is computed when first needed. */
class LazyWord implements ReadyWord {
  readonly length: number;
  readonly letters: Uint8Array;
  readonly pieces: Int16Array;
  private placed: Int32Array | null = null;

  constructor(
    coded: CodedWord,
    readonly weight: number,
    readonly floors: Float64Array,
    readonly article: number,
    readonly articleLeftOut: number,
    private readonly units: PlacedUnits,
  ) {
    this.length = coded.length;
    this.letters = coded.letters;
    this.pieces = coded.pieces;
  }

  get starts(): Int32Array {
    return (this.placed ??= this.units.startsOf(this));
  }
}

/** Where no units explain two words. */
export const NO_FIT = -80;
/**
 * Where the beginnings of two words fit less than this of both words together (natural logarithm: so much a word, and so much
 * a letter of it), the rest makes no name of them. It widens with the length since long foreign names rank first
 * with a fit that makes nothing of two short ones.
 */
const LEAST_HALFWAY = { word: -2, letter: -1 } as const;

/**
 * How much less a name fits one that is written without its article: natural logarithm. In Latin letters families
 * often leave out what stands in Arabic.
 */
const ARTICLE_LEFT_OUT = { arabic: -0.7, latin: -2 } as const;

/**
 * How well two words explain each other by the units of sound that they can be cut into, each weighed by
 * the letters beside it (a conditional log-linear string edit distance: McCallum, Bellare and Pereira 2005).
 */
export class PairModel {
  readonly units: SoundUnits;
  /** What each unit weighs by itself. */
  readonly factors: Float32Array;
  private readonly placed;
  private readonly letters: Readonly<Record<Side, Float32Array>>;

  /** @param scripts what the words of either side are written in */
  constructor(
    data: PairModelData,
    private readonly scripts: Readonly<Record<Side, 'arabic' | 'latin'>>,
  ) {
    this.units = new SoundUnits(data.units.split(' '));
    this.factors = unpackWeights(data.unitWeights).map(Math.exp);
    this.letters = {
      arabic: unpackWeights(data.arabicLetters),
      latin: unpackWeights(data.latinLetters),
    };
    const contexts = new ContextFactors(
      this.units.names.length,
      data.contextPlaces,
      data.contextWeights,
    );
    this.placed = place(new UnitGrid(this.units), this.factors, contexts);
  }

  /**
   * @param spelling in the letters of the sound model, of which the first are read
   * @param article letters of an article that the other word may be written without
   */
  ready(spelling: string, side: Side, article = 0): ReadyWord {
    const cut = spelling.slice(0, MOST_LETTERS);
    const coded = codeWord(cut, side, this.units, this.scripts[side]);
    const weights = this.letters[side];
    const leftOut = ARTICLE_LEFT_OUT[this.scripts[side]];
    const floors = new Float64Array(coded.length + 1);
    const leastHalfway = LEAST_HALFWAY.word + LEAST_HALFWAY.letter * coded.length;
    let weight = 0;
    let articleLeftOut = 0;
    for (let at = 0; at <= coded.length; at += 1) {
      const [first, second] = [coded.letters[at] ?? 0, coded.letters[at + 1] ?? 0];
      floors[at] = Math.exp(leastHalfway - weight);
      if (article > 0 && at === article) articleLeftOut = Math.exp(leftOut - weight);
      weight += weights[first * LETTER_CODES + second] ?? 0;
    }
    return new LazyWord(coded, weight, floors, article, articleLeftOut, this.placed[side]);
  }

  /** How much better two words explain each other than chance: natural logarithm; `NO_FIT` at worst. */
  fit(own: ReadyWord, other: ReadyWord): number {
    const sum = sumOfWays(own, other, this.placed);
    return (sum > 0 ? Math.log(sum) : NO_FIT) + own.weight + other.weight;
  }
}

function place(grid: UnitGrid, factors: Float32Array, contexts: ContextFactors) {
  return {
    grid,
    arabic: new PlacedUnits(MOST_ARABIC, grid.ofRow, (unit, first, last) => {
      const beside = contexts.of(unit, first) * contexts.of(unit, LETTER_CODES + last);
      return (factors[unit] ?? 0) * beside;
    }),
    latin: new PlacedUnits(MOST_LATIN, grid.ofColumn, (unit, first, last) => {
      const beside = contexts.of(unit, 2 * LETTER_CODES + first);
      return beside * contexts.of(unit, 3 * LETTER_CODES + last);
    }),
  };
}
