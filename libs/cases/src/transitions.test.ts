import { caseStatuses, statusFor, statusesBehind } from './case.js';
import { CaseTransitionRefused } from './errors.js';
import { nextStatus, type CaseEvent } from './transitions.js';

const after = (status: (typeof caseStatuses)[number], event: CaseEvent) => {
  try {
    return nextStatus(status, event);
  } catch (error) {
    if (error instanceof CaseTransitionRefused) return 'refused';
    throw error;
  }
};

describe('a case’s status', () => {
  it('goes from open over review to confirmed, and back to review when that is revoked', () => {
    expect(after('open', 'judging_started')).toBe('under_review');
    expect(after('under_review', 'confirmed')).toBe('confirmed');
    expect(after('confirmed', 'confirmation_revoked')).toBe('under_review');
  });

  it('is never taken back by judging further pairs', () => {
    for (const status of ['confirmed', 'disclosure_planned', 'disclosed'] as const) {
      expect(after(status, 'judging_started')).toBe(status);
      expect(after(status, 'confirmed')).toBe(status);
    }
  });

  it('takes no judgement where the case is closed or withdrawn', () => {
    for (const status of ['closed', 'withdrawn'] as const) {
      expect(after(status, 'judging_started')).toBe('refused');
      expect(after(status, 'confirmed')).toBe('refused');
      expect(after(status, 'report_added')).toBe('open');
    }
  });

  it('lets a confirmation be revoked in every status, also after the case was opened again', () => {
    for (const status of caseStatuses.filter((one) => one !== 'merged')) {
      expect(after(status, 'confirmation_revoked')).not.toBe('refused');
    }
    expect(after(after('withdrawn', 'report_added') as 'open', 'confirmation_revoked')).toBe(
      'open',
    );
    expect(after('under_review', 'confirmation_revoked')).toBe('under_review');
  });

  it('may be withdrawn at any time', () => {
    for (const status of caseStatuses.filter((one) => !['withdrawn', 'merged'].includes(one))) {
      expect(after(status, 'withdrawn')).toBe('withdrawn');
    }
  });

  it('is not touched by anything while its reports are in another case', () => {
    const events = ['judging_started', 'confirmed', 'withdrawn', 'report_added'] as const;
    for (const event of events) expect(after('merged', event)).toBe('refused');
  });
});

describe('what members see of it', () => {
  it('is the status itself, but for a review under way, which only reviewers see', () => {
    for (const status of caseStatuses) {
      expect(statusFor(['reviewer', 'caseworker'], status)).toBe(status);
      const shown = statusFor(['caseworker', 'coordinator'], status);
      expect(shown).toBe(status === 'under_review' ? 'open' : status);
    }
    expect(statusesBehind(['caseworker'], 'open')).toEqual(['open', 'under_review']);
    expect(statusesBehind(['caseworker'], 'under_review')).toEqual([]);
  });
});
