import type { Actor } from '@athar/access';
import { CandidateNotFound, EntryHeld, RecordUnreadable } from '@athar/candidates';
import type { CandidatesApp, Office } from '../support/candidates-app.js';
import { names, startJudging, type JudgingOffice } from '../support/judging-office.js';

let app: CandidatesApp;
let office: Office;
let collectionId: string;
let proposed: JudgingOffice['proposed'];
let judge: JudgingOffice['judge'];
let decide: JudgingOffice['decide'];

const open = { mayMatch: true, mayDisclose: true, embargoUntil: null };
const embargo = { embargoUntil: '2999-01-01' };
const terms = (change: object) => app.terms(office.third, collectionId, change);

beforeAll(async () => {
  ({ app, office, collectionId, proposed, judge, decide } = await startJudging());
});
afterAll(() => app?.stop());
beforeEach(async () => {
  await app.ask(`UPDATE reports SET state = 'withdrawn'`);
  await terms(open);
});

const listed = async (actor: Actor, caseId: string) =>
  (await app.lists.ofCase(actor, caseId, {})).items;
const statusFor = async (actor: Actor, caseId: string) =>
  (await app.cases.get(actor, caseId)).status;
const confirmedFor = async (actor: Actor, caseId: string) =>
  (await app.cases.list(actor, { status: 'confirmed', limit: 200 })).items.some(
    ({ id }) => id === caseId,
  );

describe('what an embargo or a ban of matching holds back', () => {
  it.each([embargo, { mayMatch: false }])(
    'is seen by no reviewer from that moment: %j',
    async (change) => {
      const { id, caseId } = await proposed();
      await terms(change);
      expect((await app.lists.queue(office.first, {})).items).toEqual([]);
      expect(await listed(office.first, caseId)).toEqual([]);
      await expect(app.reader.read(office.first, id, 'en')).rejects.toThrow(CandidateNotFound);
      await expect(judge(office.first, id, 'different')).rejects.toThrow(CandidateNotFound);
      await terms(open);
      expect((await app.lists.queue(office.first, {})).items).toMatchObject([{ id, held: null }]);
    },
  );

  it('hides a decided pair too, and tells the coordinator whom to ask', async () => {
    const { id, caseId } = await proposed();
    await decide(id, 'same_person', 'same_person');
    await terms(embargo);
    for (const actor of [office.first, office.caseworker]) {
      expect(await listed(actor, caseId)).toEqual([]);
      await expect(app.reader.read(actor, id, 'en')).rejects.toThrow(CandidateNotFound);
    }
    expect(await listed(office.coordinator, caseId)).toMatchObject([
      { id, held: 'embargo', custodian: 'Custodian' },
    ]);
    await expect(app.reader.read(office.coordinator, id, 'en')).rejects.toThrow(EntryHeld);
    // Intake saw the case confirmed before; that does not change behind its back.
    expect(await statusFor(office.caseworker, caseId)).toBe('confirmed');
  });
});

describe('what may be matched and not disclosed', () => {
  it('is judged, but intake goes on seeing the case that it saw', async () => {
    await terms({ mayDisclose: false });
    const { id, caseId } = await proposed();
    expect((await app.reader.read(office.first, id, 'en')).held).toBe('no_disclosure');
    await decide(id, 'same_person', 'same_person');
    expect(await listed(office.caseworker, caseId)).toEqual([]);
    await expect(app.reader.read(office.caseworker, id, 'en')).rejects.toThrow(CandidateNotFound);
    expect(await statusFor(office.caseworker, caseId)).toBe('open');
    expect(await confirmedFor(office.caseworker, caseId)).toBe(false);

    expect(await statusFor(office.coordinator, caseId)).toBe('confirmed');
    expect(await confirmedFor(office.coordinator, caseId)).toBe(true);
    expect(await listed(office.coordinator, caseId)).toMatchObject([
      { id, state: 'confirmed', held: 'no_disclosure', custodian: 'Custodian' },
    ]);
    expect(await listed(office.first, caseId)).toHaveLength(1);

    await terms(open);
    expect(await statusFor(office.caseworker, caseId)).toBe('confirmed');
    expect(await listed(office.caseworker, caseId)).toMatchObject([{ id, held: null }]);
  });

  it.each([
    [{ mayDisclose: false }, { mayDisclose: false }],
    [{ mayDisclose: false }, embargo],
    [{ mayDisclose: false }, { mayMatch: false }],
    [{ mayDisclose: false, embargoUntil: '2026-01-01' }, { embargoUntil: '2999-01-01' }],
  ])('is not taken back from intake that saw it, %j before and %j after', async (before, after) => {
    await terms(before);
    const { id, caseId } = await proposed();
    await decide(id, 'same_person', 'same_person');
    expect(await statusFor(office.caseworker, caseId)).toBe('open');
    // Other terms that hold it back still tell intake nothing.
    await terms({ mayDisclose: false, mayMatch: false });
    await terms({ mayDisclose: false, mayMatch: true });
    expect(await statusFor(office.caseworker, caseId)).toBe('open');

    await terms({ mayDisclose: true });
    expect(await statusFor(office.caseworker, caseId)).toBe('confirmed');
    await terms(after);
    expect(await statusFor(office.caseworker, caseId)).toBe('confirmed');
    expect(await confirmedFor(office.caseworker, caseId)).toBe(true);
    // The record itself is held back all the same.
    expect(await listed(office.caseworker, caseId)).toEqual([]);
  });

  it('leaves a case confirmed for intake where another pair of it may be told', async () => {
    const freely = await app.collection(office.third);
    await app.entries(office.third, freely, 'z,شاهين,قمر,الظريفاني,بدرية');
    await terms({ mayDisclose: false });
    const { caseId, reportId } = await proposed();
    const pairs = await app.ask<{ id: string }>('SELECT id FROM candidates WHERE report_id = $1', [
      reportId,
    ]);
    expect(pairs).toHaveLength(2);
    for (const { id } of pairs) await decide(id, 'same_person', 'same_person');
    expect(await statusFor(office.caseworker, caseId)).toBe('confirmed');
    expect(await listed(office.caseworker, caseId)).toHaveLength(1);
    await app.retire(office.third, freely);
  });
});

describe('an entry confirmed elsewhere', () => {
  it('is told to reviewers of another organisation as a fact, and of whom is not', async () => {
    const stranger = await app.office();
    const mine = await proposed();
    await decide(mine.id, 'same_person', 'same_person');
    const place = await app.report(stranger.caseworker, { names });
    await app.matching.matchReport(stranger.organisationId, place.reportId, 1);
    const { items } = await app.lists.queue(stranger.first, {});
    expect(items).toMatchObject([
      { alsoConfirmedElsewhere: false, confirmedInAnotherOrganisation: true },
    ]);
    const view = await app.reader.read(stranger.first, items[0]?.id ?? '', 'en');
    const text = JSON.stringify(view);
    for (const known of [office.organisationId, mine.caseId, mine.reportId, mine.reference]) {
      expect(text).not.toContain(known);
    }
    expect(await listed(office.caseworker, mine.caseId)).toMatchObject([
      { confirmedInAnotherOrganisation: null },
    ]);
  });
});

describe('a record that cannot be deciphered', () => {
  it('is named as such when its pair is opened or judged, and leaves other pairs alone', async () => {
    const { id } = await proposed();
    const [kept] = await app.ask<{ id: string; record: Buffer }>(
      `SELECT e.id, e.record FROM entries e JOIN candidates c ON c.entry_id = e.id WHERE c.id = $1`,
      [id],
    );
    const write = (record: Buffer) =>
      app.ask('UPDATE entries SET record = $2 WHERE id = $1', [kept?.id, record]);
    const broken = Buffer.from(kept?.record ?? '');
    broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1;
    await write(broken);
    await expect(app.reader.read(office.first, id, 'en')).rejects.toThrow(RecordUnreadable);
    await expect(judge(office.first, id, 'different')).rejects.toThrow(RecordUnreadable);
    await write(kept?.record ?? broken);
    expect((await app.reader.read(office.first, id, 'en')).id).toBe(id);
  });
});
