import { Injectable, Logger } from '@nestjs/common';
import { Database, KeyMissing, KeyRing, SealBroken } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import type { PackedItem } from './packed-evidence.js';
import { sealEvidence, type PairPlace } from './sealed-evidence.js';

/** Pairs of one transaction. */
const PAGE = 500;

type Table = PairPlace['table'];

/** Whose key it is, and the two records; of entries the key is the registry's. */
const COLUMNS: Readonly<Record<Table, string>> = {
  candidates: 'organisation_id AS owner, report_id AS left, entry_id AS right',
  duplicates: 'organisation_id AS owner, left_id AS left, right_id AS right',
  entry_pairs: 'NULL::uuid AS owner, left_id AS left, right_id AS right',
};

interface Row {
  id: string;
  owner: string | null;
  left: string;
  right: string;
  evidence: PackedItem[];
}

interface Page {
  sealed: number;
  /** Id of the last pair looked at; undefined behind the last. */
  last: string | undefined;
}

/** Seals the evidence of pairs that were weighed before evidence was sealed. */
@Injectable()
export class EvidenceSealing {
  private readonly logger = new Logger('candidates');

  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
  ) {}

  /** Seals all there is, page by page; doing it twice at once changes nothing. @returns how many pairs. */
  async sealAll(): Promise<number> {
    let done = 0;
    for (const table of Object.keys(COLUMNS) as Table[]) done += await this.sealTable(table);
    if (done > 0) this.logger.log({ message: 'Evidence sealed', pairs: done });
    return done;
  }

  private async sealTable(table: Table): Promise<number> {
    let done = 0;
    let after: string | null = null;
    for (;;) {
      const page: Page = await this.sealPage(table, after);
      done += page.sealed;
      if (page.last === undefined) return done;
      after = page.last;
    }
  }

  private sealPage(table: Table, after: string | null): Promise<Page> {
    return this.database.asMatcher(async (manager) => {
      const rows = await manager.query<Row[]>(
        `SELECT id, ${COLUMNS[table]}, evidence FROM ${table}
         WHERE evidence IS NOT NULL AND ($1::uuid IS NULL OR id > $1)
         ORDER BY id LIMIT $2 FOR NO KEY UPDATE`,
        [after, PAGE],
      );
      const sealed: { id: string; evidence: Buffer }[] = [];
      for (const { id, owner, left, right, evidence } of rows) {
        const seal = await this.sealOf(manager, owner);
        if (seal)
          sealed.push({ id, evidence: sealEvidence(seal, { table, left, right }, evidence) });
      }
      await manager.query(
        `UPDATE ${table} p SET evidence = NULL, sealed_evidence = u.evidence
         FROM unnest($1::uuid[], $2::bytea[]) AS u(id, evidence) WHERE p.id = u.id`,
        [sealed.map(({ id }) => id), sealed.map(({ evidence }) => evidence)],
      );
      return { sealed: sealed.length, last: rows.at(-1)?.id };
    });
  }

  /** Undefined where the key is gone or broken. */
  private async sealOf(manager: EntityManager, owner: string | null) {
    try {
      return owner === null
        ? await this.keyRing.ofRegistry(manager)
        : await this.keyRing.ofOrganisation(manager, owner);
    } catch (error) {
      if (error instanceof KeyMissing || error instanceof SealBroken) return undefined;
      throw error;
    }
  }
}
