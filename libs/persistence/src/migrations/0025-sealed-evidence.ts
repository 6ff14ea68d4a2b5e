import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['candidates', 'duplicates', 'entry_pairs'] as const;

/**
 * Evidence is sealed: how many bits a part of a name is worth tells how common it is, and so which of the common
 * names it may be. What lies there in the clear is sealed by the service, which has the keys.
 */
export class SealedEvidence1790000000025 implements MigrationInterface {
  name = 'SealedEvidence1790000000025';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(up(table));
  }

  /** What is sealed cannot be opened here: such pairs have no evidence until they are matched anew. */
  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(down(table));
  }
}

const up = (table: string) => `
  ALTER TABLE ${table} ALTER COLUMN evidence DROP NOT NULL, ADD COLUMN sealed_evidence bytea,
    ADD CONSTRAINT ${table}_evidence_once CHECK (num_nonnulls(evidence, sealed_evidence) = 1);
  COMMENT ON COLUMN ${table}.evidence IS 'Of pairs weighed before evidence was sealed; NULL once it is';
  COMMENT ON COLUMN ${table}.sealed_evidence IS 'Codes, hundredths of a bit and alignment, sealed with the key of the organisation, of pairs of entries with that of the registry';
  CREATE INDEX ${table}_unsealed ON ${table} (id) WHERE evidence IS NOT NULL;`;

const down = (table: string) => `
  ALTER TABLE ${table} DROP CONSTRAINT ${table}_evidence_once;
  UPDATE ${table} SET evidence = '[]', model_version = 'unsealed' WHERE evidence IS NULL;
  DROP INDEX ${table}_unsealed;
  ALTER TABLE ${table} DROP COLUMN sealed_evidence, ALTER COLUMN evidence SET NOT NULL;`;
