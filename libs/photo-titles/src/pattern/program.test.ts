import fc from 'fast-check';
import { PatternError } from './pattern-error.js';
import { TitlePattern } from './title-pattern.js';

function errorOf(pattern: string): PatternError {
  try {
    new TitlePattern(pattern);
  } catch (error) {
    if (error instanceof PatternError) return error;
    throw error;
  }
  throw new Error('The pattern was taken.');
}

describe('patterns that are refused', () => {
  it.each([
    ['{number} {fotograf}', 10, 'one of number, suffix'],
    ['{number', 7, 'a "}"'],
    ['{number} [{date}', 16, 'a "]"'],
    ['{number} {date}]', 15, 'a "[" somewhere before'],
    ['number}', 6, 'a "{" before'],
    ['{number} []', 10, 'something between'],
    ['{date}', 6, 'a {number}'],
    ['[{number}]', 10, 'a {number} that is not optional'],
    ['{number} {number}', 9, 'once only'],
    ['{number} {date:dd-mm}', 15, 'one yyyy or yy'],
    ['{number} {date:yyyy-mm-dd|dd-qq-yyyy}', 26, 'a date such as'],
    ['{number} {date:d-m-yyyy}', 15, 'dd-mm-yyyy reads 3-5-2013'],
    ['{number} {date:tt.mm.jjjj}', 15, 'dd, mm, month, yyyy and yy'],
    ['{number} {date:dd-yyyy}', 15, 'a month'],
    ['{number:x}', 8, 'a count of digits'],
    ['{number}{suffix:2}', 16, 'no option'],
    ['{number} {branch:long}', 17, 'word, letters or digits'],
    ['{folder} {number}', 0, 'a "/" behind'],
  ])('%s at %d', (pattern, at, expected) => {
    const error = errorOf(pattern);
    expect(error.at).toBe(at);
    expect(error.expected).toContain(expected);
  });

  it('takes or refuses any text, and never fails otherwise', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'{}[]:|/-. ab12م', '{number}', '{date:', 'dd', 'yyyy'),
    });
    fc.assert(
      fc.property(text, (pattern) => {
        try {
          new TitlePattern(pattern).explain({ title: '12 a' });
        } catch (error) {
          expect(error).toBeInstanceOf(PatternError);
        }
      }),
    );
  });
});
