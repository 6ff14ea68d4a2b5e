import { Injectable } from '@nestjs/common';
import type { Problem } from '@athar/diagnostics';
import { Contacts, type ContactView } from '@athar/families';
import type { EntityManager } from 'typeorm';
import type { ImportScope } from '@athar/imports';
import { lockReport, lockReports, openDocument, type ReportRow } from '../report-rows.js';
import type { ReportDocument } from '../report-document.js';
import { readRow } from './read-row.js';
import { keptConsentDate } from './consent-dates.js';
import { refusalOf } from './refusals.js';
import { RELATIVE_COLUMNS } from './report-columns.js';
import { reportCells, toTargetRow, type RowRelative } from './report-row-cells.js';
import { contentOf, type PlacedRow } from './source-rows.js';

/** A report as it stands, opened and held. */
export interface StandingReport {
  row: ReportRow;
  document: ReportDocument;
  contacts: ContactView[];
}

/** What a row would do to a report that is there, or why it does nothing. */
export type Renewal = 'unchanged' | 'changed' | Problem;

/** Reads reports that rows of a file are about. */
@Injectable()
export class StandingReports {
  constructor(private readonly contacts: Contacts) {}

  /** Holds all reports that rows of a chunk may change; before any of them is opened. */
  async holdAll(
    manager: EntityManager,
    { organisationId }: ImportScope,
    rows: readonly PlacedRow[],
  ): Promise<void> {
    const ids = rows.flatMap(({ reportId, source, content }) =>
      reportId === undefined || source?.content.equals(content) ? [] : [reportId],
    );
    await lockReports(manager, organisationId, ids);
  }

  /** Holds the report until commit. */
  async hold(
    manager: EntityManager,
    { organisationId, seal }: ImportScope,
    reportId: string,
  ): Promise<StandingReport> {
    const row = await lockReport(manager, organisationId, reportId);
    const contacts = await this.contacts.ofReport(manager, organisationId, reportId);
    return { row, document: openDocument(seal, row), contacts };
  }
}

/**
 * What may come of a row. Nothing is written over that somebody edited by hand: the report must still
 * be as its last row left it.
 */
export function renewalOf(
  { seal }: ImportScope,
  { content, row, source }: PlacedRow,
  standing: StandingReport,
): Renewal {
  if (source?.content.equals(content)) return 'unchanged';
  if (standing.row.state === 'withdrawn') return refusalOf('report-withdrawn');
  const said = saidBy(standing);
  const present = said && contentOf(seal, said);
  if (present?.equals(content)) return 'unchanged';
  const untouched =
    source?.report_version === standing.row.version && present?.equals(source.content);
  if (!untouched) return refusalOf('edited-since');
  const told = Math.min(standing.contacts.length, RELATIVE_COLUMNS.length);
  if (row.document.contacts.length < told) return refusalOf('relative-left-out');
  const kept = keptConsentDate(standing.contacts, row.document.contacts);
  return kept === undefined ? 'changed' : refusalOf('consent-date-kept', kept);
}

/** What a row of this report would say today; undefined where no row can say it. */
function saidBy({ row, document, contacts }: StandingReport) {
  const told = reportCells(row.id, document, tellable(contacts));
  const read = readRow(toTargetRow(told));
  return 'problems' in read ? undefined : read.document;
}

/** The relatives who agree to being kept, as a row tells of them. */
export function tellable(contacts: readonly ContactView[]): RowRelative[] {
  return contacts
    .map(withConsentsInForce)
    .filter(({ consents }) => consents.some(({ purpose }) => purpose === 'store_and_match'));
}

/** The relative with what she agrees to today. */
export function withConsentsInForce(contact: ContactView): RowRelative {
  return { ...contact, consents: contact.consents.filter((one) => one.withdrawnAt === null) };
}
