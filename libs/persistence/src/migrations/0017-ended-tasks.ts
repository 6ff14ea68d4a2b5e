import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why the service itself ended a task, and the end of those that a withdrawal had left open. */
export class EndedTasks1790000000017 implements MigrationInterface {
  name = 'EndedTasks1790000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tasks ADD COLUMN ended_because text
          CHECK (ended_because IN ('consent_withdrawn', 'case_withdrawn')),
        ADD CHECK (state = 'cancelled' OR ended_because IS NULL);
      COMMENT ON COLUMN tasks.ended_because IS 'NULL: a member ended it, or it was ended before reasons were kept';
      ${leftOpen('consent_withdrawn', noConsent)}
      ${leftOpen('case_withdrawn', caseWithdrawn)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tasks DROP COLUMN ended_because;');
  }
}

const noConsent = `t.contact_id IS NOT NULL AND NOT EXISTS (SELECT FROM consents n
  WHERE n.contact_id = t.contact_id AND n.purpose = 'store_and_match' AND n.withdrawn_at IS NULL)`;

const caseWithdrawn = `EXISTS (SELECT FROM cases c
  WHERE c.id = surviving_case(t.case_id) AND c.status = 'withdrawn')`;

function leftOpen(because: string, condition: string): string {
  return `UPDATE tasks t SET state = 'cancelled', ended_because = '${because}', ended_at = now(),
    updated_at = now(), version = version + 1 WHERE t.state = 'open' AND ${condition};`;
}
