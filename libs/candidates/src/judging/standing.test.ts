import type { MemberRole } from '@athar/access';
import { evidenceFor, mayKnowVerdicts, mayOpen, type Standing } from './standing.js';
import { isDecided, matchStates } from '../words.js';

const as = (...roles: MemberRole[]) => ({ roles });
const reviewer = as('reviewer');

const open: Standing = {
  state: 'proposed',
  aboveFloor: true,
  live: true,
  enteredByMe: false,
  judgedByMe: false,
  judgedByOthers: false,
  evidenceReader: 'nobody',
};

describe('mayOpen', () => {
  it('shows an undecided pair to reviewers alone, and not to who sat with the family', () => {
    expect(mayOpen(reviewer, open)).toBe(true);
    expect(mayOpen(as('caseworker', 'coordinator', 'steward'), open)).toBe(false);
    expect(mayOpen(as('caseworker', 'reviewer'), { ...open, enteredByMe: true })).toBe(false);
    expect(mayOpen(reviewer, { ...open, aboveFloor: false })).toBe(false);
    expect(mayOpen(reviewer, { ...open, live: false })).toBe(false);
  });
});

describe('evidenceFor', () => {
  it('is given to one reviewer a round before judging', () => {
    expect(evidenceFor(reviewer, open)).toBe('claim');
    expect(evidenceFor(reviewer, { ...open, evidenceReader: 'me' })).toBe('shown');
    expect(evidenceFor(reviewer, { ...open, evidenceReader: 'other' })).toBe('hidden');
  });

  it('is hidden from the second reviewer until they have judged', () => {
    const second: Standing = { ...open, state: 'judged_once', judgedByOthers: true };
    for (const evidenceReader of ['me', 'other', 'nobody'] as const) {
      expect(evidenceFor(reviewer, { ...second, evidenceReader })).toBe('hidden');
    }
    expect(evidenceFor(reviewer, { ...second, judgedByMe: true })).toBe('shown');
  });

  it('is never for caseworkers', () => {
    for (const state of matchStates) {
      expect(evidenceFor(as('caseworker'), { ...open, state })).toBe('hidden');
    }
  });
});

describe('mayKnowVerdicts', () => {
  it('waits for the own judgement or the decision', () => {
    for (const state of matchStates) {
      expect(mayKnowVerdicts(reviewer, { ...open, state })).toBe(isDecided(state));
      expect(mayKnowVerdicts(as('caseworker'), { ...open, state })).toBe(false);
    }
    expect(mayKnowVerdicts(reviewer, { ...open, state: 'judged_once', judgedByMe: true })).toBe(
      true,
    );
  });
});
