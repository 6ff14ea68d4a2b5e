import fc from 'fast-check';
import { mayBeOne, type Sieve } from './sieve.js';
import { SievedWords } from './sieved-words.js';
import { soundWord } from './sound-model.js';
import { ARABIC_ALPHABET, LATIN_ALPHABET } from './spelling.js';

const sieveOf = (text: string, script: 'arabic' | 'latin') => soundWord(text, text, script).sieve;
const lettersOf = (alphabet: string) =>
  fc.array(fc.constantFrom(...alphabet), { maxLength: 16 }).map((letters) => letters.join(''));
const arabic = lettersOf(ARABIC_ALPHABET).map((text) => sieveOf(text, 'arabic'));
const latin = lettersOf(LATIN_ALPHABET).map((text) => sieveOf(text, 'latin'));

/** The longest common subsequence, place by place. */
function plainly(own: Sieve, other: Sieve, i = 0, j = 0): number {
  if (i === own.letters.length || j === other.letters.length) return 0;
  const meets = ((other.places[own.letters[i] ?? 0] ?? 0) >> j) & 1;
  if (meets === 1) return 1 + plainly(own, other, i + 1, j + 1);
  return Math.max(plainly(own, other, i + 1, j), plainly(own, other, i, j + 1));
}

/** The consonants of both that stay alone. */
function alone(own: Sieve, other: Sieve): number {
  return own.letters.length + other.letters.length - 2 * plainly(own, other);
}

describe('the sieve of consonants', () => {
  it('lets those words pass of whose consonants few stay alone', () => {
    fc.assert(
      fc.property(arabic, latin, (a, b) => {
        const most = a.letters.length + b.letters.length < 9 ? 2 : 3;
        expect(mayBeOne(a, b)).toBe(alone(a, b) <= most);
      }),
    );
  });

  it('holds one word against many, from either script, as against each', () => {
    fc.assert(
      fc.property(fc.array(arabic), fc.array(latin), (some, others) => {
        const own = new SievedWords();
        const across = new SievedWords();
        const ownPatterns = some.map((sieve) => own.add(sieve));
        const acrossPatterns = others.map((sieve) => across.add(sieve));
        for (const [i, a] of some.entries()) {
          const passing = Array.from(across.passing(a));
          for (const [j, b] of others.entries()) {
            expect(passing[acrossPatterns[j] ?? -1] === 1).toBe(mayBeOne(a, b));
            expect(own.passing(b)[ownPatterns[i] ?? -1] === 1).toBe(mayBeOne(a, b));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('passes a name in its many spellings and stops another', () => {
    const name = sieveOf('شريف', 'arabic');
    for (const spelling of ['sharif', 'cherif', 'şerif', 'scherif', 'sjarif', 'xerif'])
      expect([spelling, mayBeOne(name, sieveOf(spelling, 'latin'))]).toEqual([spelling, true]);
    expect(mayBeOne(name, sieveOf('mustafa', 'latin'))).toBe(false);
  });
});
