import type { Problem } from '@athar/diagnostics';
import { PatternError, TitlePatterns } from '@athar/photo-titles';
import { TitlePatternRefused } from './errors.js';
import type { TitleSettingsChange } from './title-settings.js';

const MOST_PATTERNS = 20;

/** @throws TitlePatternRefused naming every field that cannot be kept. */
export function checkSettings({ patterns, assumedBranch, mostADay }: TitleSettingsChange): void {
  patternsOf(patterns);
  const problems: Problem[] = [];
  const refuse = (field: string, expected: string) =>
    problems.push({ field: `/${field}`, code: 'bad-value', expected, fix: `Change ${field}.` });
  const branch = assumedBranch?.trim();
  if (branch !== undefined && (branch.length < 1 || branch.length > 200)) {
    refuse('assumedBranch', '1 to 200 characters');
  }
  if (mostADay !== undefined && (mostADay < 1 || mostADay > 100_000)) {
    refuse('mostADay', 'a number from 1 to 100000');
  }
  if (problems.length > 0) throw new TitlePatternRefused(problems);
}

/** The patterns made ready. @throws TitlePatternRefused with the place in each that is not one. */
export function patternsOf(patterns: readonly string[]): TitlePatterns {
  const problems = patterns.flatMap((pattern, index) => problemOf(pattern, index) ?? []);
  if (patterns.length < 1 || patterns.length > MOST_PATTERNS) {
    const expected = `1 to ${MOST_PATTERNS} patterns`;
    problems.push({ field: '/patterns', code: 'bad-length', expected, fix: 'Change patterns.' });
  }
  if (problems.length > 0) throw new TitlePatternRefused(problems);
  return new TitlePatterns(patterns);
}

function problemOf(pattern: string, index: number): Problem | undefined {
  try {
    new TitlePatterns([pattern]);
    return undefined;
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const { expected, at } = error;
    const fix = `Correct pattern ${index + 1} at character ${at + 1}.`;
    return { field: `/patterns/${index}`, code: 'pattern-refused', expected, fix };
  }
}
