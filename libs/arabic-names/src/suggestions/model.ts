import { unpackBytes } from './packed-bytes.js';
import { searchSpellings, type Choice, type Choices, type Found } from './search.js';
import data from './suggestions.json' with { type: 'json' };
import type { SuggestedTradition } from './traditions.js';
import { LEAST_TILT, TILT_STEPS, UnitNgrams } from './unit-ngrams.js';

/** Longer words are cut: no name is that long, and time grows with it. */
const MOST_LETTERS = 32;
const LIMITS = {
  arabic: { width: 60, beam: 1e-4, mostAdded: 1 },
  latin: { width: 60, beam: 1e-4, mostAdded: 2 },
} as const;

interface Unit {
  readonly arabic: string;
  readonly latin: string;
  readonly number: number;
}

/** The model, read from its data when it is first asked. */
class SuggestionModel {
  private readonly ngrams: UnitNgrams;
  private readonly units: readonly Unit[];
  private readonly known = new Map<SuggestedTradition | 'arabic' | 'any', Choices>();

  constructor() {
    const names = data.units.split(' ');
    this.ngrams = new UnitNgrams(data.ngrams, names.length);
    // The first is the edge of a word and writes nothing.
    this.units = names.slice(1).map((name, at) => {
      const [arabic = '', latin = ''] = name.split('|');
      return { arabic, latin, number: at + 1 };
    });
  }

  arabicOf(latin: string): Found[] {
    const choices = this.remembered('arabic', () => this.arabicChoices());
    return searchSpellings(latin.slice(0, MOST_LETTERS), choices, this.ngrams, LIMITS.arabic);
  }

  latinOf(arabic: string, tradition: SuggestedTradition | null): Found[] {
    const choices = this.remembered(tradition ?? 'any', () => this.latinChoices(tradition));
    return searchSpellings(arabic.slice(0, MOST_LETTERS), choices, this.ngrams, LIMITS.latin);
  }

  private remembered(key: SuggestedTradition | 'arabic' | 'any', make: () => Choices): Choices {
    const known = this.known.get(key) ?? make();
    this.known.set(key, known);
    return known;
  }

  private arabicChoices(): Choices {
    return byPiece(
      this.units.map(({ arabic, latin, number }) => [
        latin,
        { text: arabic, unit: number, factor: 1 },
      ]),
    );
  }

  private latinChoices(tradition: SuggestedTradition | null): Choices {
    const tilts =
      tradition === null ? null : unpackBytes(data.tilts[tradition], TILT_STEPS, LEAST_TILT);
    return byPiece(
      this.units
        .filter(({ latin }) => tradition === 'chat' || !/\d/u.test(latin))
        .map(({ arabic, latin, number }) => {
          const factor = tilts === null ? 1 : Math.exp(tilts[number] ?? 0);
          return [arabic, { text: latin, unit: number, factor }];
        }),
    );
  }
}

function byPiece(entries: readonly (readonly [piece: string, choice: Choice])[]): Choices {
  const choices = new Map<string, Choice[]>();
  for (const [piece, choice] of entries) {
    const known = choices.get(piece) ?? [];
    known.push(choice);
    choices.set(piece, known);
  }
  return choices;
}

let model: SuggestionModel | undefined;

function theModel(): SuggestionModel {
  model ??= new SuggestionModel();
  return model;
}

/** Arabic spellings of one Latin word, best first. @param latin in the letters of the sound model */
export function arabicOf(latin: string): Found[] {
  return theModel().arabicOf(latin);
}

/** Latin spellings of one Arabic word without its article, best first. @param arabic in the letters of the sound model */
export function latinOf(arabic: string, tradition: SuggestedTradition | null): Found[] {
  return theModel().latinOf(arabic, tradition);
}
