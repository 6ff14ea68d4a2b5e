import type { Actor } from '@athar/access';
import type { DuplicateView, Verdict } from '@athar/candidates';
import type { MissingPerson } from '@athar/cases';
import { startCandidates, type ReportPlace } from './candidates-app.js';

/** One person as two relatives write him, each in her own script. */
export const inArabic: MissingPerson = {
  names: { given: 'شاهين', father: 'قمر', family: 'الظريفاني', mother: 'بدرية' },
  birthDate: '1987',
};
export const inLatin: MissingPerson = {
  names: { given: 'Shahin', father: 'Qamar', family: 'al-Zarifani', mother: 'Badriya' },
  birthDate: '1987',
};

/** The services over reports of which some concern one person. */
export async function startDuplicates() {
  const app = await startCandidates();
  const office = await app.office();

  const match = async ({ organisationId, reportId }: ReportPlace) => {
    await app.matching.matchReport(organisationId, reportId, 1);
    await app.matching.compareReport(organisationId, reportId);
  };

  const pairsOf = ({ reportId }: ReportPlace) =>
    app.ask<{ id: string; state: string; version: number; round: number; above_floor: boolean }>(
      'SELECT * FROM duplicates WHERE $1 IN (left_id, right_id) ORDER BY id',
      [reportId],
    );

  /** Two reports of one person, the older one first, and the pair that they were proposed as. */
  const proposed = async (enteredBy: Actor = office.caseworker) => {
    const older = await app.report(office.caseworker, inArabic);
    const newer = await app.report(enteredBy, inLatin);
    await match(newer);
    const [pair] = await pairsOf(newer);
    return { older, newer, id: pair?.id ?? '' };
  };

  const judge = (
    actor: Actor,
    id: string,
    verdict: Verdict,
    expectedVersion = 1,
  ): Promise<DuplicateView> => {
    const request = { verdict, reasons: ['names_agree' as const], expectedVersion };
    return app.duplicates.judge(actor, id, { ...request, note: 'an invented note' }, 'en');
  };

  const decide = async (id: string, verdict: Verdict, version = 1): Promise<DuplicateView> => {
    await judge(office.first, id, verdict, version);
    return judge(office.second, id, verdict, version);
  };

  return { app, office, match, pairsOf, proposed, judge, decide };
}

export type DuplicateOffice = Awaited<ReturnType<typeof startDuplicates>>;
