import { nearest } from './nearest.js';

const known = ['id', 'name', 'name_arabic', 'father_name', 'mother_name', 'birth_date'];

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
});
