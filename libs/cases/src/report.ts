import type { ContactView, NewContact } from '@athar/families';
import type { PageRequest } from '@athar/persistence';
import type { MissingPerson } from './missing-person.js';
import type { RecognisedText } from './recognised-places.js';
import type { ReportDocument } from './report-document.js';
import type { ReportWarning } from './report-warnings.js';

export const reportStates = ['open', 'withdrawn'] as const;
export type ReportState = (typeof reportStates)[number];

/** A report as a caseworker sends it. */
export interface NewReport extends ReportDocument {
  contacts: readonly NewContact[];
  /** Adds the report to the case of another relative; left out: a case is opened. */
  caseReference?: string;
}

interface ReportHead {
  id: string;
  caseId: string;
  /** The case's reference, which the relative is given. */
  reference: string;
  state: ReportState;
  /** Counts edits; send it as If-Match with the next one. */
  version: number;
  enteredBy: string;
  enteredAt: string;
  updatedAt: string;
}

/** One report, opened, as it lies in the database. It shows nothing of what other relatives said. */
export interface StoredReportView extends ReportHead, ReportDocument {
  contacts: ContactView[];
  /** Dates that contradict one another; the report is kept nevertheless. */
  warnings: ReportWarning[];
}

/** One report as members see it. */
export interface ReportView extends StoredReportView {
  /** What its free texts say of places and holders, by what is known of them now. */
  recognised: RecognisedText[];
}

/** A line of the list of reports. */
export interface ReportSummary extends ReportHead {
  person: MissingPerson;
}

export interface ReportFilter extends PageRequest {
  state?: ReportState | undefined;
  caseId?: string | undefined;
  enteredBy?: string | undefined;
  /** ISO 8601 instant, included. */
  enteredAfter?: string | undefined;
  /** ISO 8601 instant, not included. */
  enteredBefore?: string | undefined;
}

/** A report as matching reads it, across organisations. */
export interface MatchableReport {
  id: string;
  organisationId: string;
  caseId: string;
  /** Goes up by one where something changed that matching looks at. */
  matchRevision: number;
  matchedRevision: number;
  matchedRegistryRevision: bigint;
  matchedModel: string | null;
  /** Keyed digest of what matching looks at. */
  fingerprint: Buffer;
  document: ReportDocument;
}

/** A report as reviewers read it beside an entry. */
export interface ReviewableReport {
  id: string;
  caseId: string;
  state: ReportState;
  enteredBy: string;
  matchRevision: number;
  fingerprint: Buffer;
  document: ReportDocument;
}
