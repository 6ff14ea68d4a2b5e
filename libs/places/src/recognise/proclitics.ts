/** What remains of the shortest word that something was written together with. */
const LEAST_LETTERS = 3;

/**
 * The readings of an Arabic word that has و, ف, ب or ل written together with it, shortest prefix
 * first; لل holds the article. Empty for other words.
 */
export function withoutProclitics(word: string): string[] {
  if (!/^\p{Script=Arabic}/u.test(word)) return [];
  const readings = [
    /^[وفبل](.+)$/su.exec(word)?.[1],
    /^[وف]?[بل](.+)$/su.exec(word)?.[1],
    word.replace(/^[وف]?لل/u, 'ال'),
  ];
  return [...new Set(readings)].filter(
    (reading): reading is string =>
      reading !== undefined && reading !== word && reading.length >= LEAST_LETTERS,
  );
}
