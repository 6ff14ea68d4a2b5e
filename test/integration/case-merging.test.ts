import pg from 'pg';
import { CasesLinkedAsKin, MergedFurther, dnaSamples, type NewReport } from '@athar/cases';
import {
  inArabic,
  inLatin,
  startDuplicates,
  type DuplicateOffice,
} from '../support/duplicate-office.js';

let house: DuplicateOffice;

beforeAll(async () => {
  house = await startDuplicates();
});
afterAll(() => house?.app.stop());
beforeEach(() => house.app.ask(`UPDATE reports SET state = 'withdrawn'`));

const relative = (person: NewReport['person'], caseReference?: string): NewReport => ({
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

const revoke = (id: string) =>
  house.app.duplicates.revoke(house.office.coordinator, id, {
    note: 'they are cousins',
    expectedVersion: 2,
  });

const caseOf = async (id: string) => {
  const { status, reportIds, mergedInto } = await house.app.cases.get(house.office.first, id);
  return { status, reportIds, mergedInto };
};

/** Two cases of one person, each entered by a relative of hers. */
async function twoRelatives() {
  const { app, office, pairsOf } = house;
  const older = await app.intake.create(office.caseworker, relative(inArabic));
  const newer = await app.intake.create(office.caseworker, relative(inLatin));
  const place = (view: typeof older) => ({
    reportId: view.id,
    caseId: view.caseId,
    reference: view.reference,
    organisationId: office.organisationId,
  });
  await house.match(place(newer));
  const [pair] = await pairsOf(place(newer));
  return { older: place(older), newer: place(newer), id: pair?.id ?? '' };
}

/** Keeps every transaction of the office that records something from its commit. */
async function holdTrail() {
  const { database } = house.app;
  const url = database.adminUrl.replace(/[^/]*$/, 'athar_test');
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT 1 FROM athar.audit_heads FOR UPDATE');
  return async () => {
    await holder.query('ROLLBACK');
    await holder.end();
  };
}

/** Waits until this many transactions of the services stand at a lock. */
async function waiting(count: number): Promise<void> {
  const blocked = `SELECT 1 FROM pg_stat_activity
    WHERE usename = 'athar_app' AND cardinality(pg_blocking_pids(pid)) > 0`;
  while ((await house.app.ask(blocked)).length < count) {
    await new Promise((go) => setTimeout(go, 10));
  }
}

/** A case whose report is confirmed to fit an entry. */
async function confirm(reportId: string): Promise<string> {
  const { app, office } = house;
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
}

describe('cases of one person', () => {
  it('become the older one, and each relative keeps her reference and her data', async () => {
    const { app, office, decide } = house;
    const { older, newer, id } = await twoRelatives();
    await decide(id, 'same_person');
    expect(await caseOf(older.caseId)).toEqual({
      status: 'open',
      reportIds: [older.reportId, newer.reportId],
      mergedInto: null,
    });
    expect(await caseOf(newer.caseId)).toEqual({
      status: 'merged',
      reportIds: [],
      mergedInto: older.caseId,
    });
    const found = await app.cases.list(office.caseworker, { reference: newer.reference });
    expect(found.items.map((one) => one.id)).toEqual([older.caseId]);
    const report = await app.reading.get(office.caseworker, newer.reportId);
    expect(report).toMatchObject({ caseId: older.caseId, reference: newer.reference });
    expect(report.contacts).toHaveLength(1);
    expect(await app.ask('SELECT 1 FROM messages')).toEqual([]);
    expect(await app.merges.ofCase(office.coordinator, older.caseId)).toMatchObject([
      { fromCaseId: newer.caseId, fromReference: newer.reference, reportIds: [newer.reportId] },
    ]);
  });

  it('take a further relative in under either reference', async () => {
    const { app, office, decide } = house;
    const { older, newer, id } = await twoRelatives();
    await decide(id, 'same_person');
    const third = await app.intake.create(office.caseworker, relative(inArabic, newer.reference));
    expect(third.caseId).toBe(older.caseId);
    // She never hears of another relative's reference.
    expect(third.reference).toBe(newer.reference);
    const told = await app.ask<{ reference: string }>(
      `SELECT c.reference FROM messages m JOIN cases c ON c.id = m.case_id
         JOIN contacts p ON p.id = m.contact_id WHERE p.report_id = $1
       UNION ALL
       SELECT c.reference FROM tasks t JOIN cases c ON c.id = t.case_id
         JOIN contacts p ON p.id = t.contact_id WHERE p.report_id = $1`,
      [third.id],
    );
    for (const { reference } of told) expect(reference).toBe(newer.reference);
  });

  it('are under review or confirmed where either was', async () => {
    const { decide } = house;
    const { older, newer, id } = await twoRelatives();
    await confirm(newer.reportId);
    await decide(id, 'same_person');
    expect(await caseOf(older.caseId)).toMatchObject({ status: 'confirmed' });
    await revoke(id);
    expect(await caseOf(older.caseId)).toMatchObject({ status: 'open' });
    expect(await caseOf(newer.caseId)).toMatchObject({ status: 'confirmed', mergedInto: null });
  });

  it.each(['disclosure_planned', 'disclosed'])(
    'stay told where one of them was: %s',
    async (told) => {
      const { app, decide } = house;
      const { older, newer, id } = await twoRelatives();
      await app.ask('UPDATE cases SET status = $2 WHERE id = $1', [newer.caseId, told]);
      await confirm(newer.reportId);
      await decide(id, 'same_person');
      expect(await caseOf(older.caseId)).toMatchObject({ status: told });
      await revoke(id);
      expect(await caseOf(older.caseId)).toMatchObject({ status: 'open' });
      expect(await caseOf(newer.caseId)).toMatchObject({ status: told });
    },
  );

  it('stay two while a link says that they are brothers', async () => {
    const { app, office, judge, decide } = house;
    const { older, newer, id } = await twoRelatives();
    const link = { otherCaseId: newer.caseId, source: 'first_hand' } as const;
    const arrest = { ...link, kind: 'arrested_together' } as const;
    await app.caseLinks.add(office.caseworker, older.caseId, arrest);
    const brothers = { ...link, kind: 'brother_of' } as const;
    const added = await app.caseLinks.add(office.caseworker, older.caseId, brothers);
    const kinship = [{ id: added.id, kind: 'brother_of', subjectCaseId: older.caseId }];
    const view = await app.duplicates.read(office.first, id, 'en');
    expect(view).toMatchObject({ left: { kinship }, right: { kinship } });
    await expect(judge(office.first, id, 'same_person')).rejects.toThrow(CasesLinkedAsKin);
    await app.caseLinks.remove(office.caseworker, older.caseId, added.id);
    await decide(id, 'same_person');
    // Nobody is linked with themselves.
    expect(await app.caseLinks.list(office.caseworker, older.caseId)).toEqual([]);
    const itself = app.caseLinks.add(office.caseworker, older.caseId, brothers);
    await expect(itself).rejects.toMatchObject({ problems: [{ code: 'same-case' }] });
    await revoke(id);
    expect(await app.caseLinks.list(office.caseworker, older.caseId)).toHaveLength(1);
  });

  it('are not confirmed by what is taken back at the same moment', async () => {
    const { app, office, judge } = house;
    const { older, newer, id } = await twoRelatives();
    const candidateId = await confirm(newer.reportId);
    await judge(office.first, id, 'same_person');
    const release = await holdTrail();
    const revocation = { note: 'they are cousins', expectedVersion: 2 };
    const revoked = app.revoking.revoke(office.coordinator, candidateId, revocation);
    await waiting(1);
    const decided = judge(office.second, id, 'same_person');
    await waiting(2);
    await release();
    await Promise.all([revoked, decided]);
    expect(await caseOf(older.caseId)).toMatchObject({ status: 'under_review' });
  });
});

describe('a merge taken back', () => {
  it('gives each case the reports that were given under its reference, also since', async () => {
    const { app, office, decide, match, pairsOf } = house;
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
    const { app, office, decide } = house;
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
    const { app, decide } = house;
    const { older, newer, id } = await twoRelatives();
    await decide(id, 'same_person');
    await app.ask(`UPDATE reports SET state = 'withdrawn' WHERE id = $1`, [newer.reportId]);
    await revoke(id);
    expect(await caseOf(newer.caseId)).toMatchObject({ status: 'withdrawn' });
    expect(await caseOf(older.caseId)).toMatchObject({ status: 'open' });
  });

  it('waits for a later merge to be taken back first, and the reference finds its way through both', async () => {
    const { app, office, decide, match, pairsOf } = house;
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
    const { app, office, decide } = house;
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
