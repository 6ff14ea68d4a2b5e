/**
 * Letter bigrams, smoothed, the ends of a word written `_`: for each letter a list `next:bits x 100`.
 */
export function trainBigrams(
  words: readonly { text: string; weight: number }[],
): Record<string, string> {
  const counts = new Map<string, number>();
  const before = new Map<string, number>();
  const letters = new Set<string>(['_']);
  for (const { text, weight } of words) {
    const signs = ['_', ...text, '_'];
    for (let at = 1; at < signs.length; at += 1) {
      const [first = '', second = ''] = [signs[at - 1], signs[at]];
      letters.add(second);
      counts.set(first + second, (counts.get(first + second) ?? 0) + weight);
      before.set(first, (before.get(first) ?? 0) + weight);
    }
  }
  const bits: Record<string, string> = {};
  const signs = [...letters].sort();
  for (const first of signs) {
    const all = (before.get(first) ?? 0) + 0.5 * letters.size;
    const bitsOf = (second: string) =>
      Math.round(-100 * Math.log2(((counts.get(first + second) ?? 0) + 0.5) / all));
    bits[first] = signs.map((second) => `${second}:${bitsOf(second)}`).join(' ');
  }
  return bits;
}
