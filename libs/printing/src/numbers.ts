const BEGIN = '\u2066';
const END = '\u2069';
const marks = /[\u2066\u2069]/gu;

/** Words in Latin letters, digits and their signs that stand in a row; a full stop behind is none. */
const latin =
  /(?:(?<=^|[\s(])(?:[+-]|\.\.\/))?[a-z0-9](?:[\w +~%?@#&=:./-]*(?:[a-z0-9~%?]|\.\.))?/giu;
const digit = /[0-9]/u;

/**
 * Sets dates, hours and telephone numbers apart (Unicode's isolates, UAX 9), since beside Arabic letters
 * their parts would be ordered from the right: 2013-05 as 05-2013, +49 30 as 30 49+. Every number in
 * Latin digits is, with the Latin words that it stands among; digits of Arabic writing are left alone.
 */
export function withNumbersApart(text: string): string {
  return text.replace(latin, (run) => (digit.test(run) ? `${BEGIN}${run}${END}` : run));
}

/** Takes the marks out again, which no font draws and which fill a column of a terminal. */
export function withoutMarks(text: string): string {
  return text.replace(marks, '');
}
