import { TitlePattern, type ListedTitle, type Reading } from './title-pattern.js';

/** How far one of several patterns came. */
export interface Stop {
  /** Which pattern, counted from 1. */
  pattern: number;
  /** The character that it stopped at in the text of the title, counted from 1. */
  character: number;
  /** What could have stood there. */
  expected: string[];
}

export type PatternsReading =
  | ((Reading & { read: true }) & {
      /** Which pattern fitted, counted from 1. */
      pattern: number;
    })
  | {
      read: false;
      /** Where each pattern stopped; the one that came furthest first. */
      stops: Stop[];
    };

/** Several patterns, tried in their order: the first that fits reads the title. */
export class TitlePatterns {
  private readonly patterns: readonly TitlePattern[];

  /** @throws PatternError of the first pattern that is not one. */
  constructor(patterns: readonly string[]) {
    this.patterns = patterns.map((pattern) => new TitlePattern(pattern));
  }

  /** What a title says; undefined where no pattern fits. */
  read(listed: ListedTitle): (PatternsReading & { read: true }) | undefined {
    for (const [pattern, one] of this.patterns.entries()) {
      const reading = one.read(listed);
      if (reading) return { ...reading, pattern: pattern + 1 };
    }
    return undefined;
  }

  /** As {@link read}; where no pattern fits, tells of each how far it came. */
  explain(listed: ListedTitle): PatternsReading {
    const stops: Stop[] = [];
    for (const [index, one] of this.patterns.entries()) {
      const reading = one.explain(listed);
      const pattern = index + 1;
      if (reading.read) return { ...reading, pattern };
      stops.push({ pattern, character: reading.at + 1, expected: reading.expected });
    }
    return { read: false, stops: stops.sort((a, b) => b.character - a.character) };
  }
}
