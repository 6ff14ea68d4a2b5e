/** A long a first, then e or i before the last consonant: Samer, Samir, Rashed, Rashid. */
const ACTIVE_OR_LONG = /^[a-z]*a[a-z]{1,2}[ei][a-z]$/u;

/**
 * True for two Latin words that differ in e and i before the last consonant alone, where e is mostly فاعل (سامر) and
 * i that or فعيل (سمير): two names where both are in use (سالم, سليم), one where only the first is (خالد).
 */
export function differInLastVowel(a: string, b: string): boolean {
  if (a.length !== b.length || !ACTIVE_OR_LONG.test(a) || !ACTIVE_OR_LONG.test(b)) return false;
  return a.slice(0, -2) === b.slice(0, -2) && a.at(-1) === b.at(-1);
}
