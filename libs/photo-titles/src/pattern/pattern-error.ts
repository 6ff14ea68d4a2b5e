/** A pattern is not one; says where and what was expected there. */
export class PatternError extends Error {
  readonly code = 'pattern-refused';

  /**
   * @param at 0-based place in the pattern, in UTF-16 units.
   * @param expected what should stand there, for a person.
   */
  constructor(
    readonly at: number,
    readonly expected: string,
  ) {
    super(`The pattern cannot be read at character ${at + 1}: expected ${expected}.`);
    this.name = 'PatternError';
  }
}
