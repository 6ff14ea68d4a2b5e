import type { NewContact } from '@athar/families';
import type { ReportDocument } from '../report-document.js';

/** What a row of a file says: a report and the relatives who gave it. */
export interface ImportedReport {
  /** The id that the file gives it. */
  sourceId?: string;
  report: ReportDocument;
  contacts: NewContact[];
}
