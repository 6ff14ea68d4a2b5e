import fc from 'fast-check';
import { PlacedUnits } from './placed-units.js';
import { codeWord, SoundUnits } from './sound-units.js';
import { UnitGrid } from './unit-grid.js';
import { sumOfWays, type CutWord, type Units } from './ways.js';

const NAMES = 'ح|h ح|7 س|s س|ss س|c ي|i ي|ei ي| ن|n ن|nn |e |s سي|si ين|in'.split(' ');
const sound = new SoundUnits(NAMES);
const grid = new UnitGrid(sound);

/** Some factor for a unit beside two letters of one side. */
const weight = (unit: number, before: number, after: number) =>
  0.2 + ((unit * 7 + before * 3 + after) % 11) / 20;
const units: Units = {
  grid,
  arabic: new PlacedUnits(2, grid.ofRow, weight),
  latin: new PlacedUnits(3, grid.ofColumn, weight),
};

function word(spelled: string, script: 'arabic' | 'latin', floor = 0): CutWord {
  const coded = codeWord(spelled, script, sound);
  const floors = new Float64Array(spelled.length + 1).fill(floor);
  const starts = units[script].startsOf(coded);
  return { ...coded, starts, floors, article: 0, articleLeftOut: 0 };
}

/** All ways to cut what is left of both words, one by one. */
function plainly(arabic: string, latin: string, i = 0, j = 0): number {
  if (i === arabic.length && j === latin.length) return 1;
  const [own, other] = [word(arabic, 'arabic'), word(latin, 'latin')];
  let sum = 0;
  for (const [unit, name] of NAMES.entries()) {
    const [left = '', right = ''] = name.split('|');
    if (!arabic.startsWith(left, i) || !latin.startsWith(right, j)) continue;
    const [m, n] = [left.length, right.length];
    const beside = weight(unit, own.letters[i] ?? 0, own.letters[i + m + 1] ?? 0);
    const across = weight(unit, other.letters[j] ?? 0, other.letters[j + n + 1] ?? 0);
    sum += beside * across * plainly(arabic, latin, i + m, j + n);
  }
  return sum;
}

const some = (letters: string) =>
  fc.array(fc.constantFrom(...letters), { maxLength: 5 }).map((all) => all.join(''));

describe('sumOfWays', () => {
  it('sums what all ways to cut two words weigh, by the letters beside each unit', () => {
    fc.assert(
      fc.property(some('حسين'), some('h7scein'), (arabic, latin) => {
        const sum = sumOfWays(word(arabic, 'arabic'), word(latin, 'latin'), units);
        const all = plainly(arabic, latin);
        expect(Math.abs(sum - all)).toBeLessThanOrEqual(1e-3 * all);
      }),
    );
  });

  it('reads the factors where they are once both words have their starts', () => {
    const [arabic, latin] = [word('حسين', 'arabic'), word('hsein', 'latin')];
    const sum = sumOfWays(arabic, latin, units);
    for (const [at, of] of [arabic, latin].entries()) {
      const placed = at === 0 ? units.arabic : units.latin;
      const late = {
        ...of,
        get starts() {
          const before = placed.factors;
          placed.factors = before.slice();
          before.fill(NaN);
          return of.starts;
        },
      };
      expect(sumOfWays(at === 0 ? late : arabic, at === 0 ? latin : late, units)).toBe(sum);
    }
  });

  it('gives up where the beginnings are below their floors', () => {
    const [arabic, latin] = [word('حسين', 'arabic', 10), word('hsein', 'latin', 10)];
    expect(sumOfWays(word('حسين', 'arabic'), word('hsein', 'latin'), units)).toBeGreaterThan(0);
    expect(sumOfWays(arabic, latin, units)).toBe(0);
  });

  it('may begin behind the article of a Latin word', () => {
    const [arabic, latin] = [word('حسين', 'arabic'), word('alhsein', 'latin')];
    expect(sumOfWays(arabic, latin, units)).toBe(0);
    const either = sumOfWays(arabic, { ...latin, article: 2, articleLeftOut: 0.5 }, units);
    expect(either).toBeCloseTo(0.5 * plainly('حسين', 'alhsein', 0, 2), 6);
  });
});
