import { heldBecause, hiddenFromReview } from './held.js';

const open = { mayMatch: true, mayDisclose: true, embargoUntil: null };

describe('the terms of a custodian', () => {
  it('hold nothing back where all is allowed', () => {
    expect(heldBecause(open, '2026-01-01')).toBeNull();
  });

  it('hold back to the day before the embargo ends', () => {
    const terms = { ...open, embargoUntil: '2026-03-01' };
    expect(heldBecause(terms, '2026-02-28')).toBe('embargo');
    expect(heldBecause(terms, '2026-03-01')).toBeNull();
  });

  it('tell the strictest of several reasons', () => {
    const terms = { mayMatch: false, mayDisclose: false, embargoUntil: '9999-12-31' };
    expect(heldBecause(terms, '2026-01-01')).toBe('embargo');
    expect(heldBecause({ ...terms, embargoUntil: null }, '2026-01-01')).toBe('no_match');
    expect(heldBecause({ ...open, mayDisclose: false }, '2026-01-01')).toBe('no_disclosure');
  });

  it('leave to reviewers what may be matched but not told', () => {
    expect(hiddenFromReview('embargo')).toBe(true);
    expect(hiddenFromReview('no_match')).toBe(true);
    expect(hiddenFromReview('no_disclosure')).toBe(false);
    expect(hiddenFromReview(null)).toBe(false);
  });
});
