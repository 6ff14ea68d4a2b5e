import reasons from './report-reasons.json' with { type: 'json' };

/** What can be wrong with a row of reports. */
export type ReportRowCode = keyof typeof reasons;

/** What each of it is told in, in Arabic and English. */
export const reportReasons = reasons;
