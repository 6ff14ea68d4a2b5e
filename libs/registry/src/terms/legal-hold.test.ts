import type { CollectionTerms } from './collection-terms.js';
import { checkAgainstHold } from './legal-hold.js';
import { HoldReasonMissing, UnderLegalHold } from './errors.js';

const held: CollectionTerms = {
  mayMatch: false,
  mayDisclose: false,
  embargoUntil: '2030-01-01',
  legalHold: true,
};

describe('a legal hold', () => {
  it.each<Partial<CollectionTerms>>([
    { mayMatch: true },
    { mayDisclose: true },
    { embargoUntil: null },
    { embargoUntil: '2029-12-31' },
    { legalHold: false, mayMatch: true },
  ])('stops the relaxing of terms: %j', (change) => {
    expect(() => checkAgainstHold(held, { ...held, ...change }, 'court_released')).toThrow(
      UnderLegalHold,
    );
  });

  it.each<Partial<CollectionTerms>>([{}, { embargoUntil: '2031-01-01' }])(
    'leaves stricter terms alone: %j',
    (change) => {
      expect(() => checkAgainstHold(held, { ...held, ...change }, undefined)).not.toThrow();
    },
  );

  it('is lifted for a reason only', () => {
    const lifted = { ...held, legalHold: false };
    expect(() => checkAgainstHold(held, lifted, undefined)).toThrow(HoldReasonMissing);
    expect(() => checkAgainstHold(held, lifted, 'authority_released')).not.toThrow();
  });

  it('stops nothing where there is none', () => {
    const free = { ...held, legalHold: false };
    expect(() => checkAgainstHold(free, { ...free, mayMatch: true }, undefined)).not.toThrow();
  });
});
