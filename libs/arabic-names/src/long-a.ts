/** Letters that are not left out in any writing. */
const STRONG = /[بتثجحخدذرزسشصضطظعغفقكلمن]/u;
/** A shorter word is another name without its long a: سالم is not سلم, nor حسان حسن. */
const LEAST_STRONG = 4;
/** The long a that tells names apart stands after the first of them: ناصر is not نصر. */
const STRONG_BEFORE = 2;

function strongIn(word: string): number {
  let count = 0;
  for (const letter of word) if (STRONG.test(letter)) count += 1;
  return count;
}

/**
 * True for two folded Arabic words of which one has a long a that the other leaves out, as old writing does
 * (الرحمان and الرحمن, إبراهيم and ابرهيم), where that makes no other name of it.
 */
export function differInLongA(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) !== 1) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long[at] !== 'ا' || short.slice(at) !== long.slice(at + 1)) return false;
  return strongIn(short.slice(0, at)) >= STRONG_BEFORE && strongIn(short) >= LEAST_STRONG;
}
