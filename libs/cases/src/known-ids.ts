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

/** @throws InvalidCaseWork where it is given and is no relative of a report of the case */
export async function requireContactOf(
  manager: EntityManager,
  organisationId: string,
  caseId: string,
  contactId: string | undefined,
): Promise<void> {
  if (contactId === undefined) return;
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM contacts c
       JOIN reports r ON r.organisation_id = c.organisation_id AND r.id = c.report_id
     WHERE c.organisation_id = $1 AND c.id = $2 AND r.case_id = $3`,
    [organisationId, contactId, caseId],
  );
  if (rows.length === 0) throw new InvalidCaseWork([unknownContact]);
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
