import { Injectable, Logger } from '@nestjs/common';
import { AuditTrail } from '@athar/access';
import { Reports, type MatchableReport } from '@athar/cases';
import { Database, KeyRing } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { JobProducer } from '@athar/queue';
import { DUPLICATES } from '../like-pairs/pair-tables.js';
import { planOthers, searchOthers, type Others, type Self } from '../like-pairs/search-others.js';
import { readPairsOf } from '../like-pairs/stored-like-pairs.js';
import { writeLikeChanges, type Written } from '../like-pairs/write-like-changes.js';
import { leavingEvent } from '../matching/left-pairs.js';
import { toReportRecord } from '../matching/report-record.js';
import type { WeighedPair } from '../matching/plan-changes.js';
import type { ReportShelf } from './report-shelf.js';
import { ReportShelves } from './report-shelves.js';

/** An edit may come between reading and writing; more than a few in a row are left to their own jobs. */
const TRIES = 3;

/** Reading so many reports takes about a second of the processor's time. */
const MANY = 1000;

interface Marks {
  open: boolean;
  match_revision: number;
  duplicates_revision: number;
  duplicates_model: string | null;
}

/** Matches one report against the other open reports of its organisation. */
@Injectable()
export class DuplicateMatching {
  private readonly logger = new Logger('candidates');

  constructor(
    private readonly database: Database,
    private readonly shelves: ReportShelves,
    private readonly reports: Reports,
    private readonly audit: AuditTrail,
    private readonly keyRing: KeyRing,
    private readonly jobs: JobProducer,
  ) {}

  /**
   * Proposes the reports of other cases that may concern the same person. A report that is gone,
   * withdrawn or done is passed over; doing it twice, or twice at once, changes nothing more. Left to the
   * sweep while a batch needs the time that reading all other reports would take.
   */
  async match(organisationId: string, reportId: string): Promise<void> {
    if (await this.standsBack(organisationId)) return;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const report = await this.reports.forMatching(organisationId, reportId);
      if (!report) return;
      const shelf = await this.shelves.catchUp(organisationId);
      const marks = await this.database.asMatcher((manager) => readMarks(manager, reportId));
      if (!marks || isDone(marks, shelf.model)) return;
      if (await this.matchOn(report, shelf)) {
        this.logger.debug({ message: 'Report compared with others', reportId });
        return;
      }
    }
  }

  private async standsBack(organisationId: string): Promise<boolean> {
    if ((await this.jobs.pendingCount('match-chunk')) === 0) return false;
    return this.shelves.isBehindBy(MANY, organisationId);
  }

  private async matchOn(report: MatchableReport, shelf: ReportShelf): Promise<boolean> {
    const { id, fingerprint: material, caseId, organisationId, matchRevision } = report;
    const self: Self = { id, material, record: toReportRecord(id, report.document) };
    const others = othersOf(shelf);
    const before = await this.database.asMatcher((manager) =>
      readPairsOf(manager, DUPLICATES, [id]),
    );
    const found = searchOthers(self, others, before.get(id) ?? [], shelf.idsOfCase(caseId));
    return this.database.asMatcher(async (manager) => {
      const now = await readMarks(manager, id, true);
      if (!now?.open || now.match_revision !== matchRevision) return false;
      const written = await this.write(manager, organisationId, self, others, found);
      await manager.query(
        'UPDATE reports SET duplicates_revision = $2, duplicates_model = $3 WHERE id = $1',
        [id, matchRevision, others.model],
      );
      await this.tell(manager, organisationId, others.model, written);
      return true;
    });
  }

  /** That judged pairs come back and that pairs leave are events of their own: nobody asked for it. */
  private async tell(
    manager: EntityManager,
    organisationId: string,
    model: string,
    { returned, lowered }: Written,
  ): Promise<void> {
    const { subject } = DUPLICATES;
    for (const subjectId of returned) {
      const event = { action: 'duplicate.returned', subjectType: subject, subjectId };
      await this.audit.record(manager, { organisationId, ...event });
    }
    if (lowered.length === 0) return;
    await this.audit.record(manager, leavingEvent(organisationId, subject, model, lowered));
  }

  private async write(
    manager: EntityManager,
    organisationId: string,
    self: Self,
    others: Others,
    found: readonly WeighedPair[],
  ): Promise<Written> {
    const stored = await readPairsOf(manager, DUPLICATES, [self.id], { lock: true });
    const changes = planOthers(self, others, stored.get(self.id) ?? [], found);
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    const writing = { tables: DUPLICATES, model: others.model, seal, organisationId };
    return writeLikeChanges(manager, writing, [{ self, changes }]);
  }
}

function othersOf(shelf: ReportShelf): Others {
  const { index, model } = shelf;
  return { index, model, materialOf: (id) => shelf.get(id)?.material };
}

async function readMarks(
  manager: EntityManager,
  reportId: string,
  lock = false,
): Promise<Marks | undefined> {
  const rows = await manager.query<Marks[]>(
    `SELECT state = 'open' AS open, match_revision, duplicates_revision, duplicates_model
     FROM reports WHERE id = $1 ${lock ? 'FOR NO KEY UPDATE' : ''}`,
    [reportId],
  );
  return rows[0];
}

function isDone(marks: Marks, model: string): boolean {
  return marks.duplicates_revision >= marks.match_revision && marks.duplicates_model === model;
}
