import { ListingReader } from '../listing/listing-reader.js';
import { textOf, type ListedTitle } from './title-pattern.js';
import { TitlePatterns, type PatternsReading } from './title-patterns.js';

/** One example, as a pattern read it. */
export interface Trial {
  /** The line as it was given. */
  line: string;
  /** The folder and title made of it; places count in this text. Undefined: the line is no title. */
  text?: string;
  reading?: PatternsReading;
}

/**
 * Tries patterns on examples: titles, or lines of a folder listing.
 *
 * @throws PatternError
 */
export function tryPatterns(patterns: readonly string[], examples: readonly string[]): Trial[] {
  const reader = new TitlePatterns(patterns);
  const listing = new ListingReader();
  return examples.map((line) => {
    const listed: ListedTitle | undefined = listing.read(line);
    if (!listed) return { line };
    return { line, text: textOf(listed), reading: reader.explain(listed) };
  });
}

/** {@link tryPatterns} with one pattern. @throws PatternError */
export function tryPattern(pattern: string, examples: readonly string[]): Trial[] {
  return tryPatterns([pattern], examples);
}
