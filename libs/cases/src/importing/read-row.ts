import { latestToday } from '@athar/dates';
import type { NewContact } from '@athar/families';
import type { Problem } from '@athar/diagnostics';
import {
  foldIdentity,
  foldWord,
  type GoodRow,
  type RowManner,
  type TargetRow,
} from '@athar/imports';
import { checkReport } from '../check-report.js';
import { filled } from '../filled.js';
import type { ImportedReport } from './imported-report.js';
import { noteProblems } from './note-problems.js';
import { agreesToStoring } from './read-consents.js';
import { readEvents } from './read-events.js';
import { readPerson } from './read-person.js';
import { readRelative } from './read-relative.js';
import { ReportCells } from './report-cells.js';
import { RELATIVE_COLUMNS } from './report-columns.js';

/** Reads one row. Never throws; gives what it says, or everything that is wrong with it. */
export function readRow(
  row: TargetRow,
  manner?: RowManner,
  today = latestToday(new Date()),
): GoodRow<ImportedReport> | { problems: Problem[] } {
  const cells = new ReportCells(row, { ...manner, today });
  const document: ImportedReport = filled({
    sourceId: cells.text('id')?.replace(/^uuid:/i, ''),
    report: { person: readPerson(cells), ...readEvents(cells) },
    contacts: readRelatives(cells),
  });
  const { report, contacts } = document;
  noteProblems(cells, checkReport({ ...report, contacts }, today), contacts);
  if (cells.problems.length > 0) return { problems: cells.problems };
  return { identity: identityOf(document), document };
}

function readRelatives(cells: ReportCells): NewContact[] {
  return RELATIVE_COLUMNS.flatMap((columns, at) => {
    const relative = readRelative(cells, columns, at === 0);
    if (relative === undefined) return [];
    if (!agreesToStoring(cells, columns)) {
      const expected = 'the consent of the relative to store and match';
      const fix = 'Ask the relative and enter the consent, or leave the relative out.';
      const column = cells.has(columns.store_and_match)
        ? columns.store_and_match
        : columns.consents;
      cells.refuse(column, 'consent-missing', expected, fix);
    }
    return [relative];
  });
}

/**
 * What a row is known by: its id, else whom it is about and who gave it, so that what else it says can
 * be corrected. However digits and capitals are typed, it is the same.
 */
export function identityOf({ sourceId, report, contacts }: ImportedReport): string {
  if (sourceId !== undefined) return JSON.stringify(['id', foldIdentity(sourceId)]);
  const { full = [], knownAs = [], ...parts } = report.person.names;
  const named = Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1));
  const [contact] = contacts;
  return JSON.stringify([
    'person and relative',
    [...full, ...knownAs].map(foldWord),
    named.map(([part, name]) => [part, foldWord(name)]),
    [contact?.name, contact?.phone, contact?.email].map((text) => foldIdentity(text ?? '')),
  ]);
}
