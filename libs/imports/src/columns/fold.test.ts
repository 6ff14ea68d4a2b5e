import { foldLoosely } from './fold.js';

describe('loose folding', () => {
  it('leaves out punctuation, articles, brackets and little words', () => {
    expect(foldLoosely('The date of birth (dd/mm/yyyy) *')).toBe('date birth');
    expect(foldLoosely('تاريخ الولادة')).toBe('تاريخ ولاده');
  });

  it('looks at the beginning of a header alone, whatever a file has for one', () => {
    expect(foldLoosely('('.repeat(100_000))).toBe('');
    expect(foldLoosely('a'.repeat(100_000))).toHaveLength(200);
  });
});
