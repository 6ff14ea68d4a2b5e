import type { NewReport } from '@athar/cases';
import { inArabic, inLatin, startDuplicates } from './duplicate-office.js';

/** What a relative reports, of a new case if no other is named. */
export const relative = (person: NewReport['person'], caseReference?: string): NewReport => ({
  person,
  contacts: [
    {
      name: 'Relative Placeholder',
      relationship: 'mother',
      language: 'ar',
      consents: [{ purpose: 'store_and_match', givenOn: '2026-03-01', way: 'in_person' }],
    },
  ],
  ...(caseReference === undefined ? {} : { caseReference }),
});

/** The services over cases of one person, and what is done to them again and again. */
export async function startMerging() {
  const house = await startDuplicates();
  const { app, office } = house;

  const revoke = (id: string) =>
    app.duplicates.revoke(office.coordinator, id, {
      note: 'they are cousins',
      expectedVersion: 2,
    });

  const caseOf = async (id: string) => {
    const { status, reportIds, mergedInto } = await app.cases.get(office.first, id);
    return { status, reportIds, mergedInto };
  };

  /** Two cases of one person, each entered by a relative of hers. */
  const twoRelatives = async () => {
    const older = await app.intake.create(office.caseworker, relative(inArabic));
    const newer = await app.intake.create(office.caseworker, relative(inLatin));
    const place = (view: typeof older) => ({
      reportId: view.id,
      caseId: view.caseId,
      reference: view.reference,
      organisationId: office.organisationId,
    });
    await house.match(place(newer));
    const [pair] = await house.pairsOf(place(newer));
    return { older: place(older), newer: place(newer), id: pair?.id ?? '' };
  };

  /** A case whose report is confirmed to fit an entry. */
  const confirm = async (reportId: string): Promise<string> => {
    const collectionId = await app.collection(office.third);
    await app.entries(office.third, collectionId, 'a,شاهين,قمر,الظريفاني,بدرية');
    await app.matching.matchReport(office.organisationId, reportId, 1);
    const [pair] = await app.ask<{ id: string }>(
      `SELECT p.id FROM candidates p JOIN entries e ON e.id = p.entry_id
       WHERE p.report_id = $1 AND e.collection_id = $2`,
      [reportId, collectionId],
    );
    const id = pair?.id ?? '';
    for (const actor of [office.first, office.second]) {
      const judgement = { verdict: 'same_person', reasons: ['names_agree'] } as const;
      await app.judging.judge(actor, id, { ...judgement, expectedVersion: 1 }, 'en');
    }
    return id;
  };

  return { ...house, revoke, caseOf, twoRelatives, confirm };
}

export type MergingOffice = Awaited<ReturnType<typeof startMerging>>;
