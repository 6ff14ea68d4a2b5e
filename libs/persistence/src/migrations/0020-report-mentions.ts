import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every import that says the same of a report is kept: the report stays while one of them stands. */
export class ReportMentions1790000000020 implements MigrationInterface {
  name = 'ReportMentions1790000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE report_sources ADD COLUMN named_in uuid[] NOT NULL DEFAULT '{}';
      COMMENT ON COLUMN report_sources.named_in IS 'The later imports that say the same, oldest first; without an index, so that writing it stays cheap';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE report_sources DROP COLUMN named_in;');
  }
}
