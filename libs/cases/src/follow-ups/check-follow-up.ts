import { latestToday } from '@athar/dates';
import type { Problem } from '@athar/diagnostics';
import { checkDate } from '../check-date.js';
import type { NewFollowUp } from './follow-up.js';

const correction = {
  field: '/correctsId',
  expected: 'an entry of the same case, where and only where the kind is correction',
  fix: 'Read the log of the case and take the id of the entry that is put right.',
};

/** The day is needed, so that leaving it out is no way. */
const notYet =
  'Look for a slip in the date; the log tells what has happened, up to today. What is still to be done, as a ' +
  'call or visit on a later day, is a task of the case.';

export const unknownEntry: Problem = { ...correction, code: 'unknown-entry' };

/** What is wrong with a new entry of the log, field by field. */
export function checkFollowUp({ kind, happenedOn, correctsId }: NewFollowUp, now: Date): Problem[] {
  const problems = checkDate('/happenedOn', happenedOn, latestToday(now)).map((problem): Problem =>
    problem.code === 'in-the-future' ? { ...problem, fix: notYet } : problem,
  );
  if ((kind === 'correction') !== (correctsId !== undefined)) {
    problems.push({ ...correction, code: 'corrects-nothing' });
  }
  return problems;
}
