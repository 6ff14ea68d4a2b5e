import { parseName, tokenKeys } from '@athar/arabic-names';

/** Ways to read all words of a name that are looked up. */
const MOST_READINGS = 16;
/** Fewer sounds stand for too many names. */
const LEAST_SOUNDS = 3;

/** Keys of a word that its usual spellings in both scripts share. */
export function soundKeysOf(word: string): readonly string[] {
  const token = parseName(word).tokens[0];
  return token === undefined ? [word] : tokenKeys(token).exact;
}

/** Readings of several words by their sounds: a name and its spelling in the other script share one. */
export function readingsOf(words: readonly string[]): string[] {
  let readings = [''];
  for (const word of words) {
    const keys = soundKeysOf(word);
    readings = readings.flatMap((begun) => keys.map((key) => `${begun} ${key}`));
    readings = readings.slice(0, MOST_READINGS);
  }
  return readings.filter((reading) => reading.length >= words.length + LEAST_SOUNDS);
}
