import pg from 'pg';
import { CasesLinkedAsKin } from '@athar/cases';
import { inArabic } from '../support/duplicate-office.js';
import { relative, startMerging, type MergingOffice } from '../support/merging-office.js';

let house: MergingOffice;

beforeAll(async () => {
  house = await startMerging();
});
afterAll(() => house?.app.stop());
beforeEach(() => house.app.ask(`UPDATE reports SET state = 'withdrawn'`));

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

describe('cases of one person', () => {
  it('become the older one, and each relative keeps her reference and her data', async () => {
    const { app, office, decide, caseOf, twoRelatives } = house;
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
    const { app, office, decide, twoRelatives } = house;
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
    const { decide, revoke, caseOf, twoRelatives, confirm } = house;
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
      const { app, decide, revoke, caseOf, twoRelatives, confirm } = house;
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
    const { app, office, judge, decide, revoke, twoRelatives } = house;
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
    const { app, office, judge, caseOf, twoRelatives, confirm } = house;
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
