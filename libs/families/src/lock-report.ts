import type { EntityManager } from 'typeorm';
import { ContactNotFound } from './errors.js';

/**
 * Holds the report of a relative until commit, so that whoever changes what its relatives agree to
 * comes one after the other. Gives the report's id.
 *
 * @throws ContactNotFound
 */
export async function lockReportOf(
  manager: EntityManager,
  organisationId: string,
  contactId: string,
): Promise<string> {
  const [row] = await manager.query<{ id: string }[]>(
    `SELECT r.id FROM reports r WHERE r.organisation_id = $1
       AND r.id = (SELECT report_id FROM contacts WHERE organisation_id = $1 AND id = $2)
     FOR UPDATE`,
    [organisationId, contactId],
  );
  if (!row) throw new ContactNotFound();
  return row.id;
}
