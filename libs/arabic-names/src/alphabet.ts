const ARABIC_LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

/**
 * Letters of a folded token as the model of Arabic words sees them. A letter that is spelled otherwise at an
 * end of a word gets a sign of its own there: first and last alif (آ, ء), last ه and ي (ة, ى), last
 * Latin e (E), mute in French spellings. Signs of other alphabets are dropped.
 */
export function spellForModel(folded: string, script: 'arabic' | 'latin'): string {
  if (script === 'latin') return folded.replace(/[^a-z]/gu, '').replace(/(?<=..)e$/u, 'E');
  return Array.from(folded)
    .filter((letter) => ARABIC_LETTERS.includes(letter))
    .join('')
    .replace(/^ا/u, 'آ')
    .replace(/(?<=.)ه$/u, 'ة')
    .replace(/(?<=.)ي$/u, 'ى')
    .replace(/(?<=.)ا$/u, 'ء');
}
