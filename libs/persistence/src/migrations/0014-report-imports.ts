import type { MigrationInterface, QueryRunner } from 'typeorm';
import { heldByOrganisation } from './row-security.js';

/** Which reports came out of files, and what their rows said. */
export class ReportImports1790000000014 implements MigrationInterface {
  name = 'ReportImports1790000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reportSources);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE report_sources;');
  }
}

const reportSources = `
  CREATE TABLE report_sources (
    organisation_id uuid NOT NULL,
    identity bytea NOT NULL,
    report_id uuid NOT NULL,
    added_in uuid NOT NULL,
    import_id uuid NOT NULL,
    content bytea NOT NULL,
    report_version integer NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organisation_id, identity),
    UNIQUE (organisation_id, report_id),
    FOREIGN KEY (organisation_id, report_id) REFERENCES reports (organisation_id, id),
    FOREIGN KEY (organisation_id, added_in) REFERENCES imports (organisation_id, id),
    FOREIGN KEY (organisation_id, import_id) REFERENCES imports (organisation_id, id)
  );
  COMMENT ON COLUMN report_sources.identity IS 'Keyed digest of what the row of the file is known by';
  COMMENT ON COLUMN report_sources.added_in IS 'The import that brought the report';
  COMMENT ON COLUMN report_sources.import_id IS 'The import whose row it says now';
  COMMENT ON COLUMN report_sources.content IS 'Keyed digest of what that row said';
  COMMENT ON COLUMN report_sources.report_version IS 'The report''s version after that; a later one was edited by hand';
  CREATE INDEX report_sources_by_adding ON report_sources (organisation_id, added_in);
  CREATE INDEX report_sources_by_import ON report_sources (organisation_id, import_id);
  ${heldByOrganisation('report_sources', { writes: ['INSERT', 'UPDATE', 'DELETE'] })}
`;
