import type { Problem } from '@athar/diagnostics';
import type { EntityManager } from 'typeorm';
import { InvalidCaseWork } from './case-work-errors.js';
import { CaseNotFound } from './errors.js';

/** @throws CaseNotFound where the organisation has no such case */
export async function requireCase(
  manager: EntityManager,
  organisationId: string,
  caseId: string,
): Promise<void> {
  const rows = await manager.query<unknown[]>(
    'SELECT 1 FROM cases WHERE organisation_id = $1 AND id = $2',
    [organisationId, caseId],
  );
  if (rows.length === 0) throw new CaseNotFound();
}

/**
 * The case under which work is kept: where it concerns a relative, the one whose reference she was
 * given, so that it goes with her where a merge is undone; else the case itself.
 *
 * @throws InvalidCaseWork where one is named who is no relative of a report of the case
 */
export async function caseToKeepUnder(
  manager: EntityManager,
  organisationId: string,
  caseId: string,
  contactId: string | undefined,
): Promise<string> {
  if (contactId === undefined) return caseId;
  const [row] = await manager.query<{ given_case_id: string }[]>(
    `SELECT r.given_case_id FROM contacts c
       JOIN reports r ON r.organisation_id = c.organisation_id AND r.id = c.report_id
     WHERE c.organisation_id = $1 AND c.id = $2 AND r.case_id = $3`,
    [organisationId, contactId, caseId],
  );
  if (!row) throw new InvalidCaseWork([unknownContact]);
  return row.given_case_id;
}

/** @throws InvalidCaseWork where no member of the organisation who may sign in has the id */
export async function requireColleague(
  manager: EntityManager,
  organisationId: string,
  memberId: string,
): Promise<void> {
  const rows = await manager.query<unknown[]>(
    'SELECT 1 FROM members WHERE organisation_id = $1 AND id = $2 AND disabled_at IS NULL',
    [organisationId, memberId],
  );
  if (rows.length === 0) throw new InvalidCaseWork([unknownMember]);
}

const unknownContact: Problem = {
  field: '/contactId',
  code: 'unknown-contact',
  expected: 'a relative who gave a report of this case',
  fix: 'Read the reports of the case and take the id of one of their contacts.',
};

const unknownMember: Problem = {
  field: '/assignedTo',
  code: 'unknown-member',
  expected: 'a member of your organisation',
  fix: 'Leave it out to take the task yourself.',
};
