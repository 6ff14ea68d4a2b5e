import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Reports, checkNames, type PersonNames, type ReportDocument } from '@athar/cases';
import {
  FLOOR,
  band,
  explain,
  type Band,
  type Candidate,
  type ExplainLocale,
} from '@athar/matching';
import { Database } from '@athar/persistence';
import type { EvidenceKind } from '@athar/matching';
import { NobodyToCheck } from '../errors.js';
import { readable } from '../judging/readable.js';
import { comparedNameParts } from '../matching/packed-evidence.js';
import { toReportRecord } from '../matching/report-record.js';
import { readPlaces } from './report-places.js';
import { ReportShelves } from './report-shelves.js';

/** As many as a caseworker reads while the family waits. */
const SHOWN = 10;
/** No report has this id, and nothing is kept under it. */
const ASKED = 'asked';

export interface AlreadyReportedRequest {
  document: ReportDocument;
  locale: ExplainLocale;
  /** Adds the probability to what is told. */
  withProbability?: boolean | undefined;
}

/** One thing that speaks for or against one person, in the reader's language. */
export interface AgreeingPart {
  kind: EvidenceKind;
  code: string;
  speaks: 'for' | 'against';
  sentence: string;
}

/** A report of the organisation that may be of the same person. */
export interface ReportedBefore {
  reportId: string;
  caseId: string;
  caseReference: string;
  enteredBy: string;
  enteredAt: string;
  names: PersonNames;
  band: Band;
  parts: AgreeingPart[];
  /** 0 to 1, learned on simulated people; only where it was asked for. */
  probability?: number;
}

/** The check before a report is saved. It looks at reports alone: the registry is out of its reach. */
@Injectable()
export class AlreadyReported {
  constructor(
    private readonly database: Database,
    private readonly shelves: ReportShelves,
    private readonly reports: Reports,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The open reports of the organisation that fit best, best first, in either script. Nothing of what
   * was asked is kept; that the reports given were read is recorded.
   *
   * @throws RoleMissing, NobodyToCheck, RecordUnreadable
   */
  async check(
    actor: Actor,
    { document, locale, withProbability }: AlreadyReportedRequest,
  ): Promise<ReportedBefore[]> {
    requireRole(actor, 'caseworker', 'coordinator');
    const problems = checkNames(document.person.names, '/person/names');
    if (problems.length > 0) throw new NobodyToCheck(problems);
    const { organisationId, memberId } = actor;
    const shelf = await this.shelves.catchUp(organisationId);
    const options = { limit: SHOWN, minProbability: FLOOR };
    const found = shelf.index.search(toReportRecord(ASKED, document), options);
    const ids = found.map(({ entryId }) => entryId);
    return this.database.inOrganisation(organisationId, async (manager) => {
      const reports = await readable(() => this.reports.forReview(manager, ids));
      const places = await readPlaces(manager, ids);
      const shown = found.flatMap((candidate): ReportedBefore[] => {
        const place = places.get(candidate.entryId);
        const report = reports.find(({ id }) => id === candidate.entryId);
        if (!place || report?.state !== 'open') return [];
        const { id: reportId, caseId, caseReference, enteredBy, enteredAt } = place;
        const { names } = report.document.person;
        const head = { reportId, caseId, caseReference, enteredBy, enteredAt, names };
        const { probability } = candidate;
        const asked = withProbability === true ? { probability } : {};
        return [{ ...head, ...weightOf(candidate, locale), ...asked }];
      });
      const event = { action: 'reports.checked', subjectType: 'report' };
      const detail = { reports: shown.map(({ reportId }) => reportId) };
      await this.audit.record(manager, { organisationId, memberId, ...event, detail });
      return shown;
    });
  }
}

/** The prior says nothing of these two reports, so that it is no part of what agrees. */
function weightOf(
  { centibits, evidence }: Candidate,
  locale: ExplainLocale,
): Pick<ReportedBefore, 'band' | 'parts'> {
  const items = evidence.filter(({ kind, centibits: bits }) => kind !== 'prior' && bits !== 0);
  const sentences = explain(items, locale);
  return {
    band: band(centibits, comparedNameParts(evidence)),
    parts: items.map(({ kind, code, centibits: bits }, at) => ({
      kind,
      code,
      speaks: bits > 0 ? 'for' : 'against',
      sentence: sentences[at]?.sentence ?? '',
    })),
  };
}
