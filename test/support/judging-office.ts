import type { Actor } from '@athar/access';
import type { CandidateView, Verdict } from '@athar/candidates';
import type { MissingPerson } from '@athar/cases';
import { startCandidates, type ReportPlace } from './candidates-app.js';

/** What both sides of a proposed pair are called. */
export const names: MissingPerson['names'] = {
  given: 'شاهين',
  father: 'قمر',
  family: 'الظريفاني',
  mother: 'بدرية',
};

export const entryRow = 'a,شاهين,قمر,الظريفاني,بدرية';

/** The services over a registry of one entry, whose pairs are to be judged. */
export async function startJudging() {
  const app = await startCandidates();
  const office = await app.office();
  const collectionId = await app.collection(office.third);
  await app.entries(office.third, collectionId, entryRow);
  // A new report is matched with what is indexed when it comes: on a busy machine the first entries take longer.
  await app.matching.followRegistry();

  /** A report with one proposed pair. */
  const proposed = async (enteredBy: Actor = office.caseworker) => {
    const place = await app.report(enteredBy, { names });
    const match = () => app.matching.matchReport(place.organisationId, place.reportId, 1);
    await match();
    const [pair] = await app.ask<{ id: string }>('SELECT id FROM candidates WHERE report_id = $1', [
      place.reportId,
    ]);
    return { ...place, id: pair?.id ?? '', match };
  };

  const judge = (
    actor: Actor,
    id: string,
    verdict: Verdict,
    expectedVersion = 1,
    note?: string,
  ): Promise<CandidateView> =>
    app.judging.judge(
      actor,
      id,
      { verdict, reasons: ['names_agree'], expectedVersion, ...(note ? { note } : {}) },
      'en',
    );

  /** What the second reviewer is shown after both have judged. */
  const decide = async (id: string, first: Verdict, second: Verdict): Promise<CandidateView> => {
    await judge(office.first, id, first);
    return judge(office.second, id, second);
  };

  const withdraw = ({ reportId }: ReportPlace) =>
    app.ask(`UPDATE reports SET state = 'withdrawn' WHERE id = $1`, [reportId]);

  return { app, office, collectionId, proposed, judge, decide, withdraw };
}

export type JudgingOffice = Awaited<ReturnType<typeof startJudging>>;
