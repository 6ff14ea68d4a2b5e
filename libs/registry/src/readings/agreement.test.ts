import { agree } from './agreement.js';
import { foldName } from './fold-name.js';
import type { ReadNames, Reading } from './reading.js';

const read = (names: ReadNames, ...numbers: string[]): Reading => ({
  names,
  numbers: numbers.map((value) => ({ value })),
  confidence: 0.5,
});

describe('two readings', () => {
  it.each([
    ['أحمد', 'احمد'],
    ['فاطمة', 'فاطمه'],
    ['مصطفى', 'مصطفي'],
    ['عبد الرحمن', 'عبدالرحمن'],
    ['مُحَمَّد', 'محمد'],
    ['محـــمد', 'محمد'],
    ['مؤمن', 'مومن'],
    ['وائل', 'وايل'],
    ['Şadi', 'sadi'],
  ])('%s and %s are the same', (one, other) => {
    expect(agree(read({ whole: one }), read({ whole: other }))).toBe(true);
  });

  it.each([
    ['علي', 'العلي'],
    ['سمير', 'سميح'],
    ['', 'سمير'],
  ])('%s and %s differ', (one, other) => {
    expect(agree(read({ whole: one }), read({ whole: other }))).toBe(false);
  });

  it('agree although one divides the name and the other does not', () => {
    const divided = read({ given: 'عمرون', father: 'بلون', family: 'الجلون' });
    expect(agree(divided, read({ whole: 'عمرون بلون الجلون' }))).toBe(true);
  });

  it('differ by a number, not by its shape', () => {
    expect(agree(read({}, '٢٣'), read({}, '23'))).toBe(true);
    expect(agree(read({}, '23'), read({}, '33'))).toBe(false);
    expect(agree(read({}, '23'), read({}, '23', '23'))).toBe(true);
    expect(agree(read({}, '23'), read({}))).toBe(false);
  });

  it('differ by the mother', () => {
    expect(agree(read({ whole: 'عمرون', mother: 'دلة' }), read({ whole: 'عمرون' }))).toBe(false);
  });

  it('agree that nothing can be read', () => {
    expect(agree(read({}), read({}))).toBe(true);
  });
});

it('folding leaves letters of other scripts', () => {
  expect(foldName('Youssouf-Al 7')).toBe('youssoufal7');
});
