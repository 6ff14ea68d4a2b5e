import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * Dates that were told back from a file are of persons whom nobody may have brought in: they go when its
 * bad rows do.
 */
export class DatesKept1790000000021 implements MigrationInterface {
  name = 'DatesKept1790000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE imports ADD COLUMN dates_read bytea;
      COMMENT ON COLUMN imports.dates_read IS 'Sealed with the organisation''s key: dates as they stood in the file and as they were read; gone with its bad rows';
      CREATE POLICY import_errors_with_values_go ON import_errors AS RESTRICTIVE FOR DELETE
        USING (code = 'unclear-date');
      GRANT DELETE ON import_errors TO ${roleNames.app};
      ${keepingValues('EXISTS (SELECT 1 FROM import_bad_rows b WHERE b.import_id = i.id) OR i.dates_read IS NOT NULL')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${keepingValues('EXISTS (SELECT 1 FROM import_bad_rows b WHERE b.import_id = i.id)')}
      REVOKE DELETE ON import_errors FROM ${roleNames.app};
      DROP POLICY import_errors_with_values_go ON import_errors;
      ALTER TABLE imports DROP COLUMN dates_read;
    `);
  }
}

/** Imports that ended long ago and still have values of their file. */
function keepingValues(condition: string): string {
  return `
    CREATE OR REPLACE FUNCTION imports_with_bad_rows(ended_for interval)
      RETURNS TABLE (organisation_id uuid, id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = athar, pg_temp AS
      $$ SELECT i.organisation_id, i.id FROM imports i
         WHERE i.finished_at < now() - ended_for AND (${condition})
         ORDER BY i.finished_at LIMIT 1000 $$;`;
}
