import type { ImportErrorView, ImportView, ReasonLanguage } from '@athar/imports';
import { exitCode, type ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { arabicLine } from '../../terminal/arabic-line.js';
import type { Service } from '../service/service.js';
import { ImportFailed } from './errors.js';
import { fixInSwitches } from './in-switches.js';
import { importSentences } from './import-sentences.js';
import { noteIn } from './note-in.js';
import { readingSentences } from './reading-sentences.js';
import { titleSentences } from './report-titles.js';

/**
 * Names the bad rows on standard error, gives the counts on standard output.
 *
 * @throws ImportFailed
 */
export async function reportImport(
  service: Service,
  view: ImportView,
  file: string,
  language: ReasonLanguage,
  session: Session,
): Promise<ExitCode> {
  if (view.state === 'receiving') throw new ImportFailed('upload-interrupted');
  if (view.state === 'failed') throw new ImportFailed(view.failureCode);
  const unread = await nameBadRows(service, view, { file, language }, session);
  const { stdout } = session.output;
  const says = (sentence: string) =>
    session.output.result(language === 'ar' ? arabicLine(stdout, sentence) : sentence);
  const notes = (sentence: string) => noteIn(language, session.output, sentence);
  for (const told of howRead(view, file, language)) notes(told);
  const sentences = importSentences[language];
  says(sentences.summary(view));
  if (view.kind === 'titles') {
    for (const told of await titleSentences(service, view, unread, sentences)) says(told);
  }
  const { standing, nothing } = readingSentences[language];
  says(standing(view));
  if (view.state === 'cancelled' || view.state === 'refused') {
    notes(nothing[view.state]);
    return exitCode.failed;
  }
  return view.counts.bad > 0 ? exitCode.someRowsBad : exitCode.done;
}

/** What a person should look at once: how the file was understood where it might be otherwise. */
function howRead(view: ImportView, file: string, language: ReasonLanguage): string[] {
  const { sheets, mapping, dateOrder, dateRead } = readingSentences[language];
  return [
    ...(view.sheetsLeft.length === 0 ? [] : [sheets(view)]),
    ...(view.mappingName === null ? [] : [mapping(view.mappingName)]),
    ...(view.dateOrder === null ? [] : [dateOrder(view.dateOrder)]),
    ...view.datesRead.map((date) => dateRead(file, date)),
  ];
}

/** Gives how many titles no pattern read: of very many bad rows the service keeps only the first. */
async function nameBadRows(
  service: Service,
  { id, counts }: ImportView,
  { file, language }: { file: string; language: ReasonLanguage },
  { output }: Session,
): Promise<string> {
  if (counts.bad === 0) return '0';
  let unread = 0;
  const rows = new Set<number>();
  const path = `/api/imports/${id}/errors`;
  for await (const error of service.list<ImportErrorView>(path, { language })) {
    rows.add(error.row);
    if (error.code === 'title-unread') unread += 1;
    noteIn(language, output, (language === 'ar' ? badCellInArabic : badCell)(file, error));
  }
  if (rows.size === counts.bad) return String(unread);
  noteIn(language, output, importSentences[language].moreBad(counts.bad - rows.size));
  return `at least ${unread}`;
}

function badCell(file: string, { row, column, expected, fix }: ImportErrorView): string {
  return `${file}: line ${row}, column ${column}: expected ${expected}. ${fixInSwitches(fix)}`;
}

function badCellInArabic(file: string, { row, column, code, reason }: ImportErrorView): string {
  const way = code === 'unclear-date' ? ' (--date-order)' : '';
  return `السطر ${row} من ${file}، العمود «${column}»: ${reason}${way}`;
}
