import type { Actor } from '@athar/access';
import {
  AlreadyJudged,
  CandidateChanged,
  CandidateNotFound,
  NotDecided,
  NotOpenForJudging,
  OwnReport,
} from '@athar/candidates';
import type { CandidatesApp, Office } from '../support/candidates-app.js';
import { names, startJudging, type JudgingOffice } from '../support/judging-office.js';

let app: CandidatesApp;
let office: Office;
let collectionId: string;
let proposed: JudgingOffice['proposed'];
let judge: JudgingOffice['judge'];
let decide: JudgingOffice['decide'];

beforeAll(async () => {
  ({ app, office, collectionId, proposed, judge, decide } = await startJudging());
});
afterAll(() => app?.stop());
beforeEach(() => app.ask(`UPDATE reports SET state = 'withdrawn'`));

async function statusOf(caseId: string): Promise<string | undefined> {
  const [row] = await app.ask<{ status: string }>('SELECT status FROM cases WHERE id = $1', [
    caseId,
  ]);
  return row?.status;
}

describe('two judgements', () => {
  it.each([
    ['same_person', 'same_person', 'confirmed', 'confirmed'],
    ['different', 'different', 'rejected', 'under_review'],
    ['same_person', 'different', 'needs_information', 'under_review'],
    ['cannot_tell', 'cannot_tell', 'needs_information', 'under_review'],
  ] as const)('%s and %s: %s', async (first, second, outcome, status) => {
    const { id, caseId } = await proposed();
    expect(await judge(office.first, id, first)).toMatchObject({ state: 'judged_once' });
    expect(await statusOf(caseId)).toBe('under_review');
    const decided = await judge(office.second, id, second);
    expect(decided).toMatchObject({ state: outcome, version: 2 });
    expect(decided.decisions).toMatchObject([{ outcome, round: 1, sequence: 1 }]);
    expect(decided.judgements?.map(({ verdict }) => verdict).sort()).toEqual(
      [first, second].sort(),
    );
    expect(await statusOf(caseId)).toBe(status);
    expect(await app.ask('SELECT 1 FROM messages')).toEqual([]);
  });

  it('given at the same moment make exactly one decision', async () => {
    const { id } = await proposed();
    const views = await Promise.allSettled(
      [office.first, office.second, office.third].map((actor) => judge(actor, id, 'same_person')),
    );
    expect(views.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const decisions = await app.ask('SELECT outcome FROM decisions WHERE candidate_id = $1', [id]);
    expect(decisions).toEqual([{ outcome: 'confirmed' }]);
    expect(await app.ask('SELECT 1 FROM judgements WHERE candidate_id = $1', [id])).toHaveLength(2);
  });

  it('come from two members: once each, and not from who entered the report', async () => {
    const { id } = await proposed(office.second);
    await judge(office.first, id, 'same_person');
    await expect(judge(office.first, id, 'same_person')).rejects.toThrow(AlreadyJudged);
    await expect(judge(office.second, id, 'same_person')).rejects.toThrow(OwnReport);
    await expect(judge(office.caseworker, id, 'same_person')).rejects.toMatchObject({
      code: 'role-missing',
    });
    await judge(office.third, id, 'same_person');
    await expect(judge(office.third, id, 'different', 2)).rejects.toThrow(AlreadyJudged);
  });

  it('are refused on another version, a withdrawn report, and after the decision', async () => {
    const { id, reportId } = await proposed();
    await expect(judge(office.first, id, 'different', 2)).rejects.toThrow(CandidateChanged);
    await app.ask(`UPDATE reports SET state = 'withdrawn' WHERE id = $1`, [reportId]);
    await expect(judge(office.first, id, 'different')).rejects.toThrow(NotOpenForJudging);
    await app.ask(`UPDATE reports SET state = 'open' WHERE id = $1`, [reportId]);
    await decide(id, 'different', 'different');
    await expect(judge(office.third, id, 'different', 2)).rejects.toThrow(NotOpenForJudging);
  });

  it('are not given twice by a repeated request', async () => {
    const { id } = await proposed();
    const request = {
      verdict: 'different' as const,
      reasons: ['age_differs' as const],
      expectedVersion: 1,
      idempotent: { key: `key-${id}`, request: 'the same' },
    };
    const first = await app.judging.judge(office.first, id, request, 'en');
    const again = await app.judging.judge(office.first, id, request, 'en');
    expect(again.ownJudgement).toEqual(first.ownJudgement);
    expect(await app.ask('SELECT 1 FROM judgements WHERE candidate_id = $1', [id])).toHaveLength(1);
  });

  it('repeated when the pair came back, are a recorded reading that claims no evidence', async () => {
    const { id } = await proposed();
    const request = {
      verdict: 'different' as const,
      reasons: ['age_differs' as const],
      expectedVersion: 1,
      idempotent: { key: `key-${id}`, request: 'the same' },
    };
    await app.judging.judge(office.first, id, request, 'en');
    await judge(office.second, id, 'different');
    await app.revoking.revoke(office.second, id, { note: 'doubt', expectedVersion: 2 });
    const again = await app.judging.judge(office.first, id, request, 'en');
    expect(again).toMatchObject({ round: 2, ownJudgement: null, assessment: null, band: null });
    const [last] = await app.ask(
      'SELECT action, member_id FROM audit_events WHERE subject_id = $1 ORDER BY sequence DESC LIMIT 1',
      [id],
    );
    expect(last).toEqual({ action: 'candidate.read', member_id: office.first.memberId });
    expect((await app.reader.read(office.third, id, 'en')).assessment).not.toBeNull();
  });
});

describe('a decision', () => {
  it('is revoked into a new round and never lost', async () => {
    const { id, caseId } = await proposed();
    const revoke = (actor: Actor, expectedVersion: number) =>
      app.revoking.revoke(actor, id, { note: 'read the card again', expectedVersion });
    await expect(revoke(office.first, 1)).rejects.toThrow(NotDecided);
    await expect(revoke(office.coordinator, 1)).rejects.toThrow(CandidateNotFound);
    await decide(id, 'same_person', 'same_person');
    await expect(revoke(office.coordinator, 1)).rejects.toThrow(CandidateChanged);
    expect(await revoke(office.coordinator, 2)).toMatchObject({
      state: 'proposed',
      round: 2,
      returned: true,
      version: 3,
    });
    expect(await statusOf(caseId)).toBe('under_review');
    expect((await app.reader.read(office.third, id, 'en')).changed).toEqual([]);
    await judge(office.first, id, 'different', 3);
    const decided = await judge(office.second, id, 'different', 3);
    expect(decided.decisions?.map(({ outcome, note }) => [outcome, note])).toEqual([
      ['rejected', null],
      ['revoked', 'read the card again'],
      ['confirmed', null],
    ]);
    expect(decided.judgements).toHaveLength(4);
  });

  it('leaves the case confirmed while another pair of it is', async () => {
    const entry = 'b,شاهين,قمر,الظريفاني,بدرية';
    await app.entries(office.third, collectionId, entry);
    const { caseId, reportId } = await proposed();
    const pairs = await app.ask<{ id: string }>('SELECT id FROM candidates WHERE report_id = $1', [
      reportId,
    ]);
    expect(pairs).toHaveLength(2);
    for (const { id } of pairs) await decide(id, 'same_person', 'same_person');
    const statuses = [];
    for (const { id } of pairs) {
      await app.revoking.revoke(office.first, id, { note: 'doubt', expectedVersion: 2 });
      statuses.push(await statusOf(caseId));
    }
    expect(statuses).toEqual(['confirmed', 'under_review']);
  });

  it('to reject comes back with the side that changed, to be judged by two again', async () => {
    const place = await proposed();
    await decide(place.id, 'different', 'different');
    await app.edit(place, { names, sex: 'male' });
    await place.match();
    const view = await app.reader.read(office.first, place.id, 'ar');
    expect(view).toMatchObject({ state: 'proposed', returned: true, changed: ['report'] });
    expect(view).toMatchObject({ ownJudgement: null, judgements: null, decisions: null });
    expect(view.assessment?.evidence[0]?.sentence).toMatch(/[\u0600-\u06ff]/);
  });

  it('begun on other material begins anew', async () => {
    const place = await proposed();
    await judge(office.first, place.id, 'same_person');
    await app.edit(place, { names, sex: 'male' });
    await place.match();
    await expect(judge(office.second, place.id, 'same_person')).rejects.toThrow(CandidateChanged);
    const view = await judge(office.second, place.id, 'same_person', 2);
    expect(view).toMatchObject({ state: 'judged_once', round: 2 });
  });
});
