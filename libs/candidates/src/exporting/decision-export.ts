import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing } from '@athar/persistence';
import { heldBecauseSql } from '@athar/registry';
import { writeRows } from '@athar/tabular';
import type { PackedItem } from '../matching/packed-evidence.js';
import { openEvidence, type KeptEvidence } from '../matching/sealed-evidence.js';
import { levelRows } from './level-rows.js';

/** Columns of the file, as training reads them. */
const COLUMNS = ['pair', 'same', 'kind', 'level'] as const;

/** How many pairs are read in one transaction. */
const BATCH = 1000;

type Row = Readonly<Record<string, string | number>>;

interface Decided {
  id: string;
  same: boolean;
  evidence: PackedItem[];
}

interface DecidedRow extends KeptEvidence {
  id: string;
  same: boolean;
  report_id: string;
  entry_id: string;
}

/**
 * What reviewers decided, as training data: of each confirmed or rejected pair which levels of evidence it
 * has. No name, no id, no date leaves; pairs are numbered in an order that says nothing.
 */
@Injectable()
export class DecisionExport {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly keyRing: KeyRing,
  ) {}

  /**
   * Begins an export of the organisation's own decided pairs as CSV; that it was asked for is recorded before
   * the first byte leaves. Pairs that the terms of a custodian hold back stay in the house, and those of reports
   * that were withdrawn.
   *
   * @returns the writing of it; how much was written is recorded at its end, also where the stream broke off.
   * @throws RoleMissing
   */
  async begin(actor: Actor): Promise<(target: Writable) => Promise<void>> {
    requireRole(actor, 'steward');
    await this.record(actor, 'decisions.export-begun', {});
    return (target) => this.write(actor, target);
  }

  private async write(actor: Actor, target: Writable): Promise<void> {
    const counter = { pairs: 0 };
    let whole = false;
    try {
      await writeRows(target, 'csv', COLUMNS, this.rows(actor, counter));
      whole = true;
    } finally {
      await this.record(actor, 'decisions.exported', { ...counter, whole });
    }
  }

  private async *rows(actor: Actor, counter: { pairs: number }): AsyncGenerator<Row> {
    for (let after: string | null = null; ;) {
      const from: string | null = after;
      const batch = await this.batch(actor, from);
      for (const { same, evidence } of batch) {
        counter.pairs += 1;
        for (const row of levelRows(counter.pairs, same, evidence)) yield { ...row };
      }
      after = batch.at(-1)?.id ?? null;
      if (batch.length < BATCH) return;
    }
  }

  /** In the order of random ids, which no date follows. */
  private batch({ organisationId }: Actor, after: string | null): Promise<Decided[]> {
    return this.database.inOrganisation(organisationId, async (manager) => {
      const seal = await this.keyRing.ofOrganisation(manager, organisationId);
      const rows = await manager.query<DecidedRow[]>(
        `SELECT p.id, p.state = 'confirmed' AS same, p.report_id, p.entry_id, p.evidence,
           p.sealed_evidence
         FROM candidates p JOIN reports r ON r.id = p.report_id
           JOIN entries e ON e.id = p.entry_id JOIN collections c ON c.id = e.collection_id
         WHERE p.organisation_id = $1 AND p.state IN ('confirmed', 'rejected') AND r.state = 'open'
           AND ${heldBecauseSql} IS NULL AND ($2::uuid IS NULL OR p.id > $2)
         ORDER BY p.id LIMIT $3`,
        [organisationId, after, BATCH],
      );
      return rows.map((row) => {
        const place = { table: 'candidates', left: row.report_id, right: row.entry_id } as const;
        return { id: row.id, same: row.same, evidence: openEvidence(seal, place, row) };
      });
    });
  }

  private record(
    { organisationId, memberId }: Actor,
    action: string,
    detail: Readonly<Record<string, number | boolean>>,
  ): Promise<void> {
    const event = { organisationId, memberId, action, subjectType: 'candidate', detail };
    return this.database.inOrganisation(organisationId, (manager) =>
      this.audit.record(manager, event),
    );
  }
}
