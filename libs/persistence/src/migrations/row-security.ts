import { roleNames } from '../roles/role-names.js';

/** What the app's role may do with a table, beside reading. */
export type Write = 'INSERT' | 'UPDATE' | 'DELETE';

/**
 * SQL that holds a table to one organisation: the app's role sees and writes only rows of the
 * organisation set for its transaction, the matcher reads all where it may read at all.
 */
export function heldByOrganisation(
  table: string,
  options: { writes: Write[]; matcherReads?: boolean; column?: string },
): string {
  const column = options.column ?? 'organisation_id';
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;`,
    `CREATE POLICY ${table}_of_organisation ON ${table} TO ${roleNames.app}
       USING (${column} = current_organisation()) WITH CHECK (${column} = current_organisation());`,
    grants(table, options.writes),
    options.matcherReads ? matcherReads(table) : '',
  ].join('\n');
}

/**
 * SQL for a table that belongs to the whole house (the registry): the app's role sees it only while
 * acting for some organisation, so that a connection without one reads nothing.
 */
export function heldByAnyOrganisation(table: string, options: { writes: Write[] }): string {
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;`,
    `CREATE POLICY ${table}_for_members ON ${table} TO ${roleNames.app}
       USING (current_organisation() IS NOT NULL)
       WITH CHECK (current_organisation() IS NOT NULL);`,
    grants(table, options.writes),
    matcherReads(table),
  ].join('\n');
}

function grants(table: string, writes: Write[]): string {
  return `GRANT ${['SELECT', ...writes].join(', ')} ON ${table} TO ${roleNames.app};`;
}

function matcherReads(table: string): string {
  return `CREATE POLICY ${table}_for_matcher ON ${table} FOR SELECT TO ${roleNames.matcher} USING (true);
    GRANT SELECT ON ${table} TO ${roleNames.matcher};`;
}
