import fc from 'fast-check';
import { nearest } from './nearest.js';

const known = ['id', 'name', 'name_arabic', 'father_name', 'mother_name', 'birth_date'];

/** A list that tells how often its names were read. */
function counted(names: readonly string[]) {
  let reads = 0;
  const list = new Proxy(names, {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  return { list, reads: () => reads };
}

/** Optimal string alignment as it is defined, cell by cell. */
function distanceOf(a: string, b: string): number {
  const cell = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    rows.push([]);
    for (let j = 0; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const costs = [cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + change];
      if (i > 1 && j > 1 && swapped) costs.push(cell(i - 2, j - 2) + 1);
      rows[i]?.push(i + j === 0 ? 0 : Math.min(...costs));
    }
  }
  return cell(a.length, b.length);
}

describe('nearest', () => {
  it.each([
    ['nmae', 'name'],
    ['Name Arabic', 'name_arabic'],
    ['fathername', 'father_name'],
    ['birth-date', 'birth_date'],
  ])('takes %s for %s', (mistyped, meant) => {
    expect(nearest(mistyped, known)).toBe(meant);
  });

  it('says nothing where nothing is near', () => {
    expect(nearest('telephone', known)).toBeUndefined();
    expect(nearest('x', [])).toBeUndefined();
  });

  it('says nothing of whole questions, and does not so much as look at the list', () => {
    const question = 'What is the full name of the mother, as it stands on her card? '.repeat(2);
    const { list, reads } = counted([question, ...known]);
    expect(nearest(question.slice(0, 125), list)).toBeUndefined();
    expect(reads()).toBe(0);
  });

  it('folds a list once, however many names are asked for', () => {
    const { list, reads } = counted(known);
    nearest('nothing like it', list);
    const once = reads();
    for (let at = 0; at < 100; at++) nearest(`nothing like ${at}`, list);
    expect(reads()).toBe(once);
  });

  it('finds the least distance within a third of the letters', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 6 }), (wanted, names) => {
        const near = names
          .map((name) => ({ name, distance: distanceOf(wanted, name) }))
          .filter(({ name, distance }) => {
            return distance <= Math.ceil(Math.max(wanted.length, name.length) / 3);
          });
        const least = Math.min(...near.map(({ distance }) => distance));
        expect(nearest(wanted, names)).toBe(near.find(({ distance }) => distance === least)?.name);
      }),
    );
  });
});
