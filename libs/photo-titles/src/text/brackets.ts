/** Brackets that titles are written with. */
const pairs = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const;

const any = /[()[\]{}]/;
/** `(1)`: so computers count copies of a file. Branches are known by three digits. */
const countOfCopies = /[([{]\s*\p{Nd}{1,2}\s*[)\]}]/u;

/**
 * Takes the bracket into a part that closes (or opens) one in it: separators beside a part are left
 * out of it else, `(air)` would be `air`, and `215 (air)` `215 (air`.
 *
 * @param start of the part in `text`, `end` is behind it.
 */
export function withItsBrackets(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } {
  const part = text.slice(start, end);
  const place = { start, end };
  for (const [open, close] of pairs) {
    const left = stillOpen(part, open, close);
    if (left > 0 && text[end] === close) place.end = end + 1;
    if (left < 0 && text[start - 1] === open) place.start = start - 1;
  }
  return place;
}

/** True where brackets tell that a part holds what belongs to another: a count of copies, or half a pair. */
export function holdsStrayBrackets(part: string): boolean {
  if (!any.test(part)) return false;
  return countOfCopies.test(part) || pairs.some(([open, close]) => stillOpen(part, open, close));
}

/** How many are left open; less than none where one is closed that was never opened. */
function stillOpen(text: string, open: string, close: string): number {
  return text.split(open).length - text.split(close).length;
}
