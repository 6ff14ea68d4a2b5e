export { caseStatuses, type CaseFilter, type CaseStatusName, type CaseView } from './case.js';
export { CaseStatus, type CaseStatusChange } from './case-status.js';
export { Cases } from './cases.js';
export * from './case-work-errors.js';
export { CasesModule } from './cases.module.js';
export { ContactAdding } from './contacts/contact-adding.js';
export { ContactWork, type ConsentsGiven } from './contacts/contact-work.js';
export type { DetailType, DetailView, NewDetail } from './details/case-detail.js';
export { CaseDetails } from './details/case-details.js';
export { dnaSamples, type DnaSample } from './details/dna-sample.js';
export * from './details/reference-elsewhere.js';
export * from './details/referral.js';
export * from './errors.js';
export {
  followUpKinds,
  type FollowUpFilter,
  type FollowUpKind,
  type FollowUpView,
  type NewFollowUp,
} from './follow-ups/follow-up.js';
export { FollowUps } from './follow-ups/follow-ups.js';
export {
  ReportExport,
  reportExportFormats,
  type ReportExportFormat,
} from './exporting/report-export.js';
export * from './importing/errors.js';
export {
  REPORT_FORM,
  formLanguages,
  intakeForm,
  type FormField,
  type FormLanguage,
  type FormSection,
} from './importing/report-form.js';
export { REPORT_IMPORT_COLUMNS, type ReportColumn } from './importing/report-columns.js';
export { linkKinds, type LinkKind, type LinkView, type NewLink } from './links/case-link.js';
export { kinshipBetween, type KinshipLink } from './links/kinship.js';
export { CaseLinks } from './links/case-links.js';
export { Caseload, type CaseloadCase } from './caseload.js';
export { CaseMerges, type CaseMergeView } from './merging/case-merges.js';
export { CaseMerging, type NewMerge } from './merging/case-merging.js';
export * from './merging/errors.js';
export type { CaseHoldings, ReadHoldings } from './merging/holdings.js';
export { createReference, parseReference } from './reference.js';
export * from './missing-person.js';
export * from './report-document.js';
export * from './statement-source.js';
export type { RecognisedText } from './recognised-places.js';
export { checkNames } from './check-report.js';
export { ReportEditing } from './report-editing.js';
export { ReportIntake } from './report-intake.js';
export { ReportReading } from './report-reading.js';
export {
  reportStates,
  type MatchableReport,
  type NewReport,
  type ReportFilter,
  type ReportState,
  type ReportSummary,
  type ReportView,
  type ReviewableReport,
} from './report.js';
export { warningCodes, type ReportWarning, type WarningCode } from './report-warnings.js';
export { Reports, type MatchedAgainst, type OpenedReports } from './reports.js';
export * from './tasks/task.js';
export { TaskReading } from './tasks/task-reading.js';
export { TaskWork, type TaskAddress } from './tasks/task-work.js';
export type { CaseEvent } from './transitions.js';
export { Withdrawals, type WithdrawalView } from './withdrawals.js';
