import { setImmediate } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Reports, type ReportDocument } from '@athar/cases';
import { Database, SealBroken } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { ReportShelf, type ReportMarks } from './report-shelf.js';

const PAGE = 200;
/** Reports taken in at one stroke: some thousandths of a second, in which nothing else has its turn. */
const STROKE = 5;
/** Reports of all organisations together that are kept in memory, some 5 kB each. */
const MOST_REPORTS = 50_000;

interface Row {
  id: string;
  case_id: string;
  state: string;
  fingerprint: Buffer;
}

interface Kept {
  shelf: ReportShelf;
  /** The last filling, after which the next begins. */
  last: Promise<unknown>;
}

/**
 * The names in reports, in memory and nowhere else in the clear: a shelf for each organisation, read
 * under its own row-level security, so that no search can meet another's reports. The shelves that
 * were used last are kept.
 */
@Injectable()
export class ReportShelves {
  private readonly logger = new Logger('candidates');
  /** In the order of their last use. */
  private readonly shelves = new Map<string, Kept>();

  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
  ) {}

  /** The organisation's shelf, with every change that was committed before this call. */
  async catchUp(organisationId: string, most = MOST_REPORTS): Promise<ReportShelf> {
    const kept = this.shelves.get(organisationId) ?? {
      shelf: new ReportShelf(),
      last: Promise.resolve(),
    };
    this.shelves.delete(organisationId);
    this.shelves.set(organisationId, kept);
    const mine = kept.last.then(() => this.fill(organisationId, kept.shelf));
    kept.last = mine.catch(() => undefined);
    await mine;
    this.forget(most);
    return kept.shelf;
  }

  /** Whether the next {@link catchUp} would read so many reports from the first on, rather than what changed. */
  async isBehindBy(many: number, organisationId: string): Promise<boolean> {
    const { readThrough } = this.shelves.get(organisationId)?.shelf ?? { readThrough: null };
    if (readThrough !== null) return false;
    return this.database.inOrganisation(organisationId, (manager) => hasOpen(manager, many));
  }

  private async fill(organisationId: string, shelf: ReportShelf): Promise<void> {
    const since = shelf.readThrough;
    // Whatever is under way now is read again next time, whenever it commits.
    const through = await this.oldestUnderway();
    for (let after: string | null = null; ;) {
      const from: string | null = after;
      const rows = await this.database.inOrganisation(organisationId, async (manager) => {
        const page = await readChanged(manager, since, from);
        const marks = page.map(toMarks);
        const stale = marks.filter((one) => one.open && shelf.isStale(one));
        const documents = await this.open(manager, stale);
        return { marks, documents };
      });
      for (let at = 0; at < rows.marks.length; at += STROKE) {
        shelf.apply(rows.marks.slice(at, at + STROKE), rows.documents);
        await setImmediate();
      }
      after = rows.marks.at(-1)?.id ?? null;
      if (rows.marks.length < PAGE) break;
    }
    shelf.readThrough = through;
  }

  private async oldestUnderway(): Promise<string> {
    const [row] = await this.database.beforeOrganisation<{ oldest: string }>(
      'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS oldest',
    );
    return row?.oldest ?? '0';
  }

  /** A report that cannot be deciphered is named in the log and left out; it must not stop others. */
  private async open(
    manager: EntityManager,
    marks: readonly ReportMarks[],
  ): Promise<Map<string, ReportDocument>> {
    const ids = marks.map(({ id }) => id);
    const opened = await this.reports.forReview(manager, ids).catch((error: unknown) => {
      if (error instanceof SealBroken) return undefined;
      throw error;
    });
    if (opened) return new Map(opened.map(({ id, document }) => [id, document]));
    if (ids.length > 1) {
      const parts = [];
      for (const mark of marks) parts.push(...(await this.open(manager, [mark])));
      return new Map(parts);
    }
    this.logger.error({
      message: 'Report cannot be opened',
      reportId: ids[0],
      code: 'seal-broken',
    });
    return new Map();
  }

  /** Lets go of the shelves that were not used for longest; the one at hand stays, however large. */
  private forget(most: number): void {
    let all = [...this.shelves.values()].reduce((sum, { shelf }) => sum + shelf.size, 0);
    const byAge = [...this.shelves.keys()];
    for (const organisationId of byAge.slice(0, -1)) {
      if (all <= most) return;
      all -= this.shelves.get(organisationId)?.shelf.size ?? 0;
      this.shelves.delete(organisationId);
    }
  }
}

function readChanged(
  manager: EntityManager,
  since: string | null,
  after: string | null,
): Promise<Row[]> {
  return manager.query<Row[]>(
    `SELECT id, case_id, state, fingerprint FROM reports
     WHERE organisation_id = current_organisation() AND ($1::xid8 IS NULL OR changed_in >= $1::xid8)
       AND ($1::xid8 IS NOT NULL OR state = 'open') AND ($2::uuid IS NULL OR id > $2)
     ORDER BY id LIMIT $3`,
    [since, after, PAGE],
  );
}

/** Looks at no more reports than that. */
async function hasOpen(manager: EntityManager, many: number): Promise<boolean> {
  const [row] = await manager.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM (SELECT FROM reports
       WHERE organisation_id = current_organisation() AND state = 'open' LIMIT $1) o`,
    [many],
  );
  return row?.n === many;
}

function toMarks({ id, case_id: caseId, state, fingerprint: material }: Row): ReportMarks {
  return { id, caseId, material, open: state === 'open' };
}
