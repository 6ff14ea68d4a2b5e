import type { Problem } from '@athar/diagnostics';

/** What is wrong and what helps, in one line for a person. */
export function problemSentence(problem: Problem): string {
  const row = problem.row === undefined ? '' : `line ${problem.row}, `;
  return `${row}${problem.field}: expected ${problem.expected}. ${problem.fix}`;
}
