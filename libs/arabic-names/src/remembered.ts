/** Longer texts are not kept: they hardly recur. */
const LONGEST_KEPT = 40;

/**
 * A pure function of a text that keeps what it gave: the words of names recur. All is forgotten when
 * full, so memory is bounded.
 * @param most texts kept
 */
export function remembered<Value>(
  make: (text: string) => Value,
  most: number,
): (text: string) => Value {
  const kept = new Map<string, Value>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    if (text.length > LONGEST_KEPT) return value;
    if (kept.size >= most) kept.clear();
    kept.set(text, value);
    return value;
  };
}
