import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail, type Actor, type AuditEvent } from '@athar/access';
import type { Problem } from '@athar/diagnostics';
import type { ChunkOutcome, ImportScope, RowProblems, StagedRow } from '@athar/imports';
import type { EntityManager } from 'typeorm';
import { ReportWriting } from '../report-writing.js';
import type { ImportedReport } from './imported-report.js';
import { nameSources } from './later-naming.js';
import { ReportRenewal } from './renew-report.js';
import { addSource, placeRows, renewSource, type PlacedRow } from './source-rows.js';
import { StandingReports, renewalOf } from './standing-report.js';

interface Applied {
  outcome: 'added' | 'changed' | 'unchanged' | Problem;
  events: AuditEvent[];
}

/** Brings rows of files in as reports. */
@Injectable()
export class ReportRows {
  constructor(
    private readonly writing: ReportWriting,
    private readonly renewal: ReportRenewal,
    private readonly standing: StandingReports,
    private readonly audit: AuditTrail,
  ) {}

  /** Works in the caller's transaction. The same rows again change nothing. */
  async apply(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly StagedRow<ImportedReport>[],
  ): Promise<ChunkOutcome> {
    await takeTurns(manager, scope);
    const counts = { added: 0, changed: 0, unchanged: 0 };
    const problems: RowProblems[] = [];
    const events: AuditEvent[] = [];
    const all = await placeRows(manager, scope, rows);
    await nameSources(manager, scope, all);
    await this.standing.holdAll(manager, scope, all);
    for (const placed of all) {
      const { outcome, events: more } = await this.applyRow(manager, scope, placed);
      events.push(...more);
      if (typeof outcome === 'string') counts[outcome] += 1;
      else problems.push({ number: placed.row.number, problems: [outcome] });
    }
    // Last, since they hold the organisation's chain until commit.
    for (const event of events) {
      const detail = { ...event.detail, importId: scope.importId };
      await this.audit.record(manager, { ...event, detail });
    }
    return { ...counts, problems };
  }

  private async applyRow(
    manager: EntityManager,
    scope: ImportScope,
    placed: PlacedRow,
  ): Promise<Applied> {
    const { row, content, reportId, source } = placed;
    const actor = actorOf(scope);
    if (reportId === undefined) {
      const id = randomUUID();
      const { report, contacts } = row.document;
      const { event } = await this.writing.write(manager, actor, id, { ...report, contacts });
      await addSource(manager, scope, placed, id);
      return { outcome: 'added', events: [event] };
    }
    if (source?.content.equals(content)) return { outcome: 'unchanged', events: [] };
    const standing = await this.standing.hold(manager, scope, reportId);
    const outcome = renewalOf(scope, placed, standing);
    if (outcome !== 'changed') return { outcome, events: [] };
    const renewed = await this.renewal.renew(manager, actor, standing, row.document);
    await renewSource(manager, scope, reportId, { content, version: renewed.version });
    return { outcome, events: renewed.events };
  }
}

/**
 * Files of an organisation take turns by the chunk, so that no report comes in twice, and none is taken
 * back while another file says the same.
 */
export function takeTurns(
  manager: EntityManager,
  { organisationId }: ImportScope,
): Promise<unknown> {
  return manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `report-imports/${organisationId}`,
  ]);
}

/** Who brought the file in; what she may do was asked then. */
export function actorOf({ memberId, organisationId }: Omit<ImportScope, 'seal'>): Actor {
  return { memberId, organisationId, label: '', roles: [] };
}
