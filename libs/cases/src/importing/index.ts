import { ReportRows } from './applying.js';
import { ReportPreview } from './previewing.js';
import { ReportRenewal } from './renew-report.js';
import { ReportsTarget } from './reports-target.js';
import { StandingReports } from './standing-report.js';
import { ReportsUndo } from './undoing.js';

/** What brings files of reports in. */
export const importing = [
  ReportPreview,
  ReportRenewal,
  ReportRows,
  ReportsTarget,
  ReportsUndo,
  StandingReports,
];
