import { TitlePattern, type ListedTitle, type Reading } from './title-pattern.js';

export type PatternsReading = Reading & {
  /** 0-based: the pattern that fitted, or the one that came furthest. */
  pattern: number;
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
      if (reading) return { ...reading, pattern };
    }
    return undefined;
  }

  /** As {@link read}; where no pattern fits, tells of the one that came furthest. */
  explain(listed: ListedTitle): PatternsReading {
    let furthest: PatternsReading = { read: false, at: 0, expected: [], pattern: 0 };
    for (const [pattern, one] of this.patterns.entries()) {
      const reading = one.explain(listed);
      if (reading.read) return { ...reading, pattern };
      const first = !furthest.read && furthest.expected.length === 0;
      if (first || (!furthest.read && reading.at > furthest.at)) furthest = { ...reading, pattern };
    }
    return furthest;
  }
}
