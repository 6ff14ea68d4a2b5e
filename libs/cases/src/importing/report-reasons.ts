import type { ListWords } from '@athar/imports';
import form from './report-form.json' with { type: 'json' };
import purposes from './purpose-words.json' with { type: 'json' };
import reasons from './report-reasons.json' with { type: 'json' };

/** What can be wrong with a row of reports. */
export type ReportRowCode = keyof typeof reasons;

/** Words to choose from, as the printed form offers them. */
const offered: ListWords = Object.fromEntries(
  Object.values(form.options).flatMap((options) =>
    Object.entries(options).map(([code, [ar = '', en = '']]) => [code, { ar, en }] as const),
  ),
);

/** What each of it is told in, in Arabic and English. */
export const reportReasons = {
  ...reasons,
  'unknown-word': { ...reasons['unknown-word'], words: { ...offered, ...purposes } },
};
