import { Injectable } from '@nestjs/common';
import type { ImportScope, PreviewedRow, RowProblems, StagedRow } from '@athar/imports';
import type { EntityManager } from 'typeorm';
import type { ImportedReport } from './imported-report.js';
import { reportCells, type ReportRowCells } from './report-row-cells.js';
import { placeRows, type PlacedRow } from './source-rows.js';
import {
  StandingReports,
  renewalOf,
  tellable,
  type Renewal,
  type StandingReport,
} from './standing-report.js';

interface Compared {
  placed: PlacedRow;
  outcome: Renewal | 'added';
  standing?: StandingReport;
}

/** Tells what rows would do, and changes nothing. */
@Injectable()
export class ReportPreview {
  constructor(private readonly standing: StandingReports) {}

  /** Rows that cannot come in for what the database knows of their reports. */
  async check(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly StagedRow<ImportedReport>[],
  ): Promise<RowProblems[]> {
    const compared = await this.compare(manager, scope, rows);
    return compared.flatMap(({ placed, outcome }) => {
      if (typeof outcome === 'string') return [];
      return [{ number: placed.row.number, problems: [outcome] }];
    });
  }

  async preview(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly StagedRow<ImportedReport>[],
  ): Promise<PreviewedRow[]> {
    const compared = await this.compare(manager, scope, rows);
    return compared.flatMap((one): PreviewedRow[] => {
      const { outcome, placed, standing } = one;
      const { number, document } = placed.row;
      if (outcome === 'added' || outcome === 'unchanged') return [{ number, outcome, fields: [] }];
      if (outcome !== 'changed' || standing === undefined) return [];
      return [{ number, outcome, fields: changedColumns(standing, document) }];
    });
  }

  private async compare(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly StagedRow<ImportedReport>[],
  ): Promise<Compared[]> {
    const compared: Compared[] = [];
    const all = await placeRows(manager, scope, rows);
    await this.standing.holdAll(manager, scope, all);
    for (const placed of all) {
      const { reportId, source, content } = placed;
      if (reportId === undefined) compared.push({ placed, outcome: 'added' });
      else if (source?.content.equals(content)) compared.push({ placed, outcome: 'unchanged' });
      else {
        const standing = await this.standing.hold(manager, scope, reportId);
        compared.push({ placed, standing, outcome: renewalOf(scope, placed, standing) });
      }
    }
    return compared;
  }
}

/** Columns whose cells would say something else; never what they say. */
function changedColumns(standing: StandingReport, { report, contacts }: ImportedReport): string[] {
  const { row, document } = standing;
  const before = reportCells(row.id, document, tellable(standing.contacts));
  const after = reportCells(row.id, report, contacts);
  const columns = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...columns].filter((name) => {
    const column = name as keyof ReportRowCells;
    return before[column] !== after[column];
  });
}
