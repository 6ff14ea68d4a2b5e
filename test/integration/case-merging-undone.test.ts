import { MergedFurther, dnaSamples, type NewReport } from '@athar/cases';
import { inArabic } from '../support/duplicate-office.js';
import { relative, startMerging, type MergingOffice } from '../support/merging-office.js';

let house: MergingOffice;

beforeAll(async () => {
  house = await startMerging();
});
afterAll(() => house?.app.stop());
beforeEach(() => house.app.ask(`UPDATE reports SET state = 'withdrawn'`));

describe('a merge taken back', () => {
  it('gives each case the reports that were given under its reference, also since', async () => {
    const { app, office, decide, match, pairsOf, revoke, caseOf, twoRelatives } = house;
    const { older, newer, id } = await twoRelatives();
    await decide(id, 'same_person');
    const since = await app.intake.create(office.caseworker, relative(inArabic, older.reference));
    const withNewer = await app.intake.create(
      office.caseworker,
      relative(inArabic, newer.reference),
    );
    expect(await revoke(id)).toMatchObject({ state: 'proposed', round: 2, version: 3 });
    expect(await caseOf(older.caseId)).toMatchObject({
      status: 'open',
      reportIds: [older.reportId, since.id],
    });
    expect(await caseOf(newer.caseId)).toEqual({
      status: 'open',
      reportIds: [newer.reportId, withNewer.id],
      mergedInto: null,
    });
    const [merge] = await app.merges.ofCase(office.coordinator, newer.caseId);
    expect(merge).toMatchObject({
      undoneBy: office.coordinator.memberId,
      undoReason: 'they are cousins',
    });
    // What came while they were one is now of another case, and is compared with it.
    await match(newer);
    expect(await pairsOf(newer)).toHaveLength(2);
  });

  it('gives back an absorbed case that only a report since keeps open', async () => {
    const { app, office, decide, revoke, caseOf, twoRelatives } = house;
    const { newer, id } = await twoRelatives();
    await decide(id, 'same_person');
    const since = await app.intake.create(office.caseworker, relative(inArabic, newer.reference));
    await app.ask(`UPDATE reports SET state = 'withdrawn' WHERE id = $1`, [newer.reportId]);
    await revoke(id);
    expect(await caseOf(newer.caseId)).toMatchObject({ status: 'open' });
    const report = await app.reading.get(office.caseworker, since.id);
    expect(report).toMatchObject({ caseId: newer.caseId, reference: newer.reference });
  });

  it('is withdrawn where its relative withdrew meanwhile', async () => {
    const { app, decide, revoke, caseOf, twoRelatives } = house;
    const { older, newer, id } = await twoRelatives();
    await decide(id, 'same_person');
    await app.ask(`UPDATE reports SET state = 'withdrawn' WHERE id = $1`, [newer.reportId]);
    await revoke(id);
    expect(await caseOf(newer.caseId)).toMatchObject({ status: 'withdrawn' });
    expect(await caseOf(older.caseId)).toMatchObject({ status: 'open' });
  });

  it('waits for a later merge to be taken back first, and the reference finds its way through both', async () => {
    const { app, office, decide, match, pairsOf, revoke, caseOf, twoRelatives } = house;
    const oldest = await app.report(office.caseworker, { names: { given: 'ليان' } });
    const { older, newer, id } = await twoRelatives();
    await decide(id, 'same_person');
    await app.edit(oldest, inArabic);
    await match(oldest);
    const [pair] = (await pairsOf(oldest)).filter(({ state }) => state === 'proposed');
    await decide(pair?.id ?? '', 'same_person');
    const found = await app.cases.list(office.caseworker, { reference: newer.reference });
    expect(found.items.map((one) => one.id)).toEqual([oldest.caseId]);
    expect(await caseOf(newer.caseId)).toMatchObject({ mergedInto: oldest.caseId });
    await expect(revoke(id)).rejects.toThrow(MergedFurther);
    await revoke(pair?.id ?? '');
    await revoke(id);
    for (const { caseId, reportId } of [oldest, older, newer]) {
      expect(await caseOf(caseId)).toMatchObject({ reportIds: [reportId], mergedInto: null });
    }
  });
});

/** A further relative, who wants to be called. */
const sister: NewReport['contacts'][number] = {
  name: 'Sister Placeholder',
  relationship: 'sister',
  language: 'ar',
  phone: '+1 555 0101',
  consents: (['store_and_match', 'message_call'] as const).map((purpose) => ({
    purpose,
    givenOn: '2026-03-01',
    way: 'in_person',
  })),
};

/** What a caseworker finds of a case: the references of its tasks, and how much else. */
const workOf = async (caseId: string) => {
  const { app, office } = house;
  const tasks = (await app.tasks.list(office.caseworker, { caseId })).items;
  const talks = (await app.followUps.list(office.caseworker, caseId, {})).items;
  const samples = await app.caseDetails.list(office.caseworker, dnaSamples, caseId);
  const references = tasks.map(({ reference }) => reference).sort();
  return { tasks: references, talks: talks.length, samples: samples.length };
};

describe('work with a relative of a case that was absorbed', () => {
  it('is kept under her own reference, and parts with it again', async () => {
    const { app, office, decide, revoke, twoRelatives } = house;
    const { older, newer, id } = await twoRelatives();
    await decide(id, 'same_person');
    const { caseworker } = office;
    const { caseId } = older;
    const { id: contactId } = await app.contactAdding.add(caseworker, newer.reportId, sister);
    const day = { dueOn: '2030-01-31' };
    await app.taskWork.create(caseworker, { caseId, contactId, kind: 'call', ...day });
    await app.taskWork.create(caseworker, { caseId, kind: 'other', ...day });
    const talk = { contactId, kind: 'call', happenedOn: '2026-03-02', text: 'Example' } as const;
    await app.followUps.add(caseworker, caseId, talk);
    const sample = { takenAt: 'Laboratory' };
    await app.caseDetails.add(caseworker, dnaSamples, caseId, { ...sample, contactId });
    const unnamed = await app.caseDetails.add(caseworker, dnaSamples, caseId, sample);
    const place = { caseId, id: unnamed.id, expectedVersion: 1 };
    await app.caseDetails.replace(caseworker, dnaSamples, place, { ...sample, contactId });
    const hers = { tasks: [newer.reference, newer.reference], talks: 1, samples: 2 };
    const both = { ...hers, tasks: [...hers.tasks, older.reference] };
    expect(await workOf(caseId)).toEqual({ ...both, tasks: both.tasks.sort() });
    await revoke(id);
    expect(await workOf(caseId)).toEqual({ tasks: [older.reference], talks: 0, samples: 0 });
    expect(await workOf(newer.caseId)).toEqual(hers);
  });
});
