import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many pairs moved between bands in each run of matching, and when it had gone through all reports. */
export class MovedPairs1790000000023 implements MigrationInterface {
  name = 'MovedPairs1790000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE matching_runs
        ADD COLUMN rose integer NOT NULL DEFAULT 0 CHECK (rose >= 0),
        ADD COLUMN fell integer NOT NULL DEFAULT 0 CHECK (fell >= 0),
        ADD COLUMN ended_at timestamptz;
      COMMENT ON COLUMN matching_runs.rose IS 'Pairs that stayed in the queue, in a stronger band than before';
      COMMENT ON COLUMN matching_runs.fell IS 'Pairs that stayed in the queue, in a weaker band than before';
      COMMENT ON COLUMN matching_runs.ended_at IS 'When the batch had gone through every open report';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE matching_runs DROP COLUMN rose, DROP COLUMN fell, DROP COLUMN ended_at;',
    );
  }
}
