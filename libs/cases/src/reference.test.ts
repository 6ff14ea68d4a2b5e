import fc from 'fast-check';
import { createReference, parseReference } from './reference.js';

const references = fc.constant(null).map(() => createReference());
const digitsOf = (reference: string) => reference.replaceAll('-', '');

describe('a case’s reference', () => {
  it('is read back as it was made', () => {
    fc.assert(fc.property(references, (one) => expect(parseReference(one)).toBe(one)));
  });

  it('shows every single wrong digit', () => {
    fc.assert(
      fc.property(references, (reference) => {
        const digits = digitsOf(reference);
        for (let place = 0; place < digits.length; place += 1) {
          for (const digit of '0123456789') {
            if (digit === digits[place]) continue;
            const slip = digits.slice(0, place) + digit + digits.slice(place + 1);
            expect(parseReference(slip)).toBeNull();
          }
        }
      }),
    );
  });

  it('shows every two neighbours that changed places', () => {
    fc.assert(
      fc.property(references, (reference) => {
        const digits = digitsOf(reference);
        for (let place = 0; place + 1 < digits.length; place += 1) {
          const [a, b] = [digits.charAt(place), digits.charAt(place + 1)];
          if (a === b) continue;
          expect(
            parseReference(digits.slice(0, place) + b + a + digits.slice(place + 2)),
          ).toBeNull();
        }
      }),
    );
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(references, (reference) => {
        const digits = digitsOf(reference);
        const arabic = digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
        const persian = digits.replace(/\d/g, (digit) =>
          String.fromCharCode(0x6f0 + Number(digit)),
        );
        const alike = reference.replaceAll('0', 'o').replaceAll('1', 'L');
        const spaced = `\u200f ${digits.slice(0, 5)} ${digits.slice(5)}\u200e`;
        for (const typed of [
          digits,
          arabic,
          persian,
          alike,
          spaced,
          reference.replaceAll('-', '–'),
        ]) {
          expect(parseReference(typed)).toBe(reference);
        }
      }),
    );
  });

  it('takes nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseReference(text);
        expect(parsed === null || /^\d{4}-\d{4}-\d{4}-\d{2}$/.test(parsed)).toBe(true);
      }),
    );
    expect(parseReference('')).toBeNull();
  });
});
