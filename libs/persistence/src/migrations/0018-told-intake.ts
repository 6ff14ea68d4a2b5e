import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the terms of a collection let intake see is remembered when they close again, also where they
 * opened, or an embargo ended, only after the pair was confirmed.
 */
export class ToldIntake1790000000018 implements MigrationInterface {
  name = 'ToldIntake1790000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION terms_closing() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = athar, pg_temp AS $$
        BEGIN
          UPDATE candidates p SET told_intake = true FROM entries e
          WHERE e.collection_id = OLD.id AND p.entry_id = e.id
            AND p.state = 'confirmed' AND NOT p.told_intake;
          RETURN NULL;
        END $$;
      REVOKE ALL ON FUNCTION terms_closing() FROM PUBLIC;
      CREATE TRIGGER collections_terms_closing
        AFTER UPDATE OF may_match, may_disclose, embargo_until ON collections FOR EACH ROW
        WHEN (OLD.may_disclose AND collection_open(OLD.may_match, OLD.embargo_until)
          AND NOT (NEW.may_disclose AND collection_open(NEW.may_match, NEW.embargo_until)))
        EXECUTE FUNCTION terms_closing();
      COMMENT ON COLUMN candidates.told_intake IS 'Confirmed, and disclosure was allowed then or since: intake saw its case as confirmed, which is not taken back';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER collections_terms_closing ON collections;
      DROP FUNCTION terms_closing();
      COMMENT ON COLUMN candidates.told_intake IS 'Confirmed while the custodian allowed disclosure, so that intake saw its case as confirmed';
    `);
  }
}
