import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Contacts } from '@athar/families';
import { Database, KeyRing } from '@athar/persistence';
import { writeRows, type TableFormat } from '@athar/tabular';
import type { EntityManager } from 'typeorm';
import { REPORT_IMPORT_COLUMNS } from '../importing/report-columns.js';
import { reportCells, type ReportRowCells } from '../importing/report-row-cells.js';
import { tellable } from '../importing/standing-report.js';
import { openDocument, type ReportRow } from '../report-rows.js';

export const reportExportFormats = [
  'csv',
  'xlsx',
  'jsonl',
] as const satisfies readonly TableFormat[];
export type ReportExportFormat = (typeof reportExportFormats)[number];

/** How many reports are opened in one transaction. */
const batchSize = 200;

interface Batch {
  cells: ReportRowCells[];
  /** Null after the last report. */
  after: string | null;
}

/** An organisation's reports on their way out, under the columns that imports know. */
@Injectable()
export class ReportExport {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly contacts: Contacts,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Begins an export of the open reports: that it was asked for is recorded before the first byte
   * leaves. Withdrawn reports stay in the house.
   *
   * @returns the writing of it; how much was written is recorded at its end, also where the stream
   * broke off.
   * @throws RoleMissing
   */
  async begin(
    actor: Actor,
    format: ReportExportFormat,
  ): Promise<(target: Writable) => Promise<void>> {
    requireRole(actor, 'coordinator');
    await this.record(actor, 'reports.export-begun', { format });
    return (target) => this.write(actor, format, target);
  }

  private async write(actor: Actor, format: ReportExportFormat, target: Writable): Promise<void> {
    const counter = { reports: 0 };
    let whole = false;
    try {
      const rows = this.rows(actor, counter);
      await writeRows(target, format, REPORT_IMPORT_COLUMNS, rows, { forSpreadsheet: true });
      whole = true;
    } finally {
      await this.record(actor, 'reports.exported', { format, ...counter, whole });
    }
  }

  private async *rows(actor: Actor, counter: { reports: number }): AsyncGenerator<ReportRowCells> {
    let after: string | null = null;
    do {
      const batch: Batch = await this.batch(actor, after);
      for (const cells of batch.cells) {
        counter.reports += 1;
        yield cells;
      }
      after = batch.after;
    } while (after !== null);
  }

  private batch({ organisationId }: Actor, after: string | null): Promise<Batch> {
    return this.database.inOrganisation(organisationId, async (manager) => {
      const rows = await manager.query<ReportRow[]>(
        `SELECT * FROM reports WHERE organisation_id = $1 AND state = 'open'
           AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
        [organisationId, after, batchSize],
      );
      const cells: ReportRowCells[] = [];
      for (const row of rows) cells.push(await this.cellsOf(manager, row));
      const last = rows.length < batchSize ? undefined : rows.at(-1);
      return { cells, after: last?.id ?? null };
    });
  }

  /** A relative who withdrew is not told of. */
  private async cellsOf(manager: EntityManager, row: ReportRow): Promise<ReportRowCells> {
    const seal = await this.keyRing.ofOrganisation(manager, row.organisation_id);
    const contacts = await this.contacts.ofReport(manager, row.organisation_id, row.id);
    return reportCells(row.id, openDocument(seal, row), tellable(contacts));
  }

  private record(
    { organisationId, memberId }: Actor,
    action: string,
    detail: Readonly<Record<string, string | number | boolean>>,
  ): Promise<void> {
    const event = { organisationId, memberId, action, subjectType: 'report', detail };
    return this.database.inOrganisation(organisationId, (manager) =>
      this.audit.record(manager, event),
    );
  }
}
