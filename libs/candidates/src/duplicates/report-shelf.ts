import { MODEL_VERSION, MatchIndex } from '@athar/matching';
import type { ReportDocument } from '@athar/cases';
import { WHOLE_UP_TO } from '../matching/model.js';
import { toReportRecord } from '../matching/report-record.js';

/** A house that has only begun gives no reason to think that any two reports are of one person. */
const LEAST = 1024;

/** What is remembered of a report beside its names. */
export interface KeptReport {
  caseId: string;
  material: Buffer;
}

/** A report as it stands in the organisation's list. */
export interface ReportMarks extends KeptReport {
  id: string;
  open: boolean;
}

/** The open reports of one organisation in memory. */
export class ReportShelf {
  readonly index = MatchIndex.build([], { reports: LEAST, wholeUpTo: WHOLE_UP_TO });
  /** Version of everything that makes a score. */
  readonly model = MODEL_VERSION;
  /** Every transaction below this had ended when the shelf was last filled; null: never filled. */
  readThrough: string | null = null;
  private readonly kept = new Map<string, KeptReport>();
  private readonly ofCase = new Map<string, Set<string>>();

  get size(): number {
    return this.kept.size;
  }

  get(id: string): KeptReport | undefined {
    return this.kept.get(id);
  }

  /** The reports of a case: they are of one person already. */
  idsOfCase(caseId: string): Iterable<string> {
    return this.ofCase.get(caseId) ?? [];
  }

  /** Whether the names of a report have to be read anew. */
  isStale({ id, material }: ReportMarks): boolean {
    return this.kept.get(id)?.material.equals(material) !== true;
  }

  /**
   * Takes in one page of changes at one stroke.
   *
   * @param documents of those that were stale; a report whose document is missing leaves the shelf.
   */
  apply(reports: readonly ReportMarks[], documents: ReadonlyMap<string, ReportDocument>): void {
    for (const report of reports) {
      const document = documents.get(report.id);
      const stays = report.open && (document !== undefined || !this.isStale(report));
      if (!stays) this.remove(report.id);
      else this.keep(report, document);
    }
  }

  private keep({ id, caseId, material }: ReportMarks, document: ReportDocument | undefined): void {
    this.leaveCase(id);
    this.kept.set(id, { caseId, material });
    this.ofCase.set(caseId, (this.ofCase.get(caseId) ?? new Set()).add(id));
    if (document) this.index.upsert([toReportRecord(id, document)]);
  }

  private remove(id: string): void {
    this.leaveCase(id);
    this.kept.delete(id);
    this.index.remove([id]);
  }

  private leaveCase(id: string): void {
    const caseId = this.kept.get(id)?.caseId ?? '';
    const siblings = this.ofCase.get(caseId);
    siblings?.delete(id);
    if (siblings?.size === 0) this.ofCase.delete(caseId);
  }
}
