import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/** When matching found that a report cannot be opened, so that it does not ask for it again and again. */
export class UnreadableReports1790000000024 implements MigrationInterface {
  name = 'UnreadableReports1790000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reports ADD COLUMN unreadable_at timestamptz;
      COMMENT ON COLUMN reports.unreadable_at IS 'When matching last could not open it: broken, or sealed with a key that is gone';
      GRANT UPDATE (unreadable_at) ON reports TO ${roleNames.matcher};`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE reports DROP COLUMN unreadable_at;');
  }
}
