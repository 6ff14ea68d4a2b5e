import type { Actor } from '@athar/access';
import { CandidateNotFound } from '@athar/candidates';
import type { CandidatesApp, Office } from '../support/candidates-app.js';
import { names, startJudging, type JudgingOffice } from '../support/judging-office.js';

let app: CandidatesApp;
let office: Office;
let stranger: Office;
let proposed: JudgingOffice['proposed'];
let judge: JudgingOffice['judge'];
let decide: JudgingOffice['decide'];

beforeAll(async () => {
  ({ app, office, proposed, judge, decide } = await startJudging());
  stranger = await app.office();
});
afterAll(() => app?.stop());
beforeEach(() => app.ask(`UPDATE reports SET state = 'withdrawn'`));

describe('what a reviewer sees before judging', () => {
  it('is the evidence for the first who reads, and neither bits nor verdicts for the second', async () => {
    const { id } = await proposed();
    const first = await app.reader.read(office.first, id, 'en');
    expect(first.assessment).toMatchObject({ calibration: 'simulated', modelVersion: /./ });
    expect(first.assessment?.evidence.every(({ sentence }) => sentence.length > 5)).toBe(true);
    expect(first.report.document.person.names).toEqual(names);
    expect(first.entry.document.names.given).toBe(names.given);

    const hidden = { assessment: null, band: null, judgements: null, decisions: null };
    expect(await app.reader.read(office.second, id, 'en')).toMatchObject(hidden);
    await judge(office.first, id, 'different', 1, 'the chin');
    const blind = await app.reader.read(office.second, id, 'en');
    expect(blind).toMatchObject({ ...hidden, version: 1, ownJudgement: null });
    expect(JSON.stringify(blind)).not.toMatch(/chin|"different"|centibits|probability/);
    const { items } = await app.lists.ofCase(office.second, blind.caseId, {});
    expect(items).toMatchObject([{ id, band: null }]);

    const judged = await judge(office.second, id, 'same_person');
    expect(judged.assessment?.band).toBe(first.assessment?.band);
    expect(judged.judgements?.map(({ note }) => note)).toContain('the chin');
  });

  it('is the same before and after the sweep has sealed what lay there from before', async () => {
    const { id } = await proposed();
    await app.ask(
      `UPDATE candidates SET sealed_evidence = NULL, evidence = '[["sex","both-male",15]]'
       WHERE id = $1`,
      [id],
    );
    const read = async () => (await app.reader.read(office.first, id, 'en')).assessment?.evidence;
    const before = await read();
    expect(before).toMatchObject([{ kind: 'sex', code: 'both-male', centibits: 15 }]);
    await app.matching.sweep();
    expect(await app.ask('SELECT 1 FROM candidates WHERE evidence IS NOT NULL')).toEqual([]);
    expect(await read()).toEqual(before);
  });

  it('is a queue without their own reports and without what they have judged', async () => {
    const mine = await proposed(office.second);
    const theirs = await proposed();
    const queueOf = async (actor: Actor) =>
      (await app.lists.queue(actor, {})).items.map(({ id }) => id).sort();
    expect(await queueOf(office.second)).toEqual([theirs.id]);
    expect(await queueOf(office.first)).toEqual([mine.id, theirs.id].sort());
    await judge(office.first, theirs.id, 'different');
    expect(await queueOf(office.first)).toEqual([mine.id]);
    expect(await queueOf(office.third)).toEqual([mine.id, theirs.id].sort());
    await expect(app.reader.read(office.second, mine.id, 'en')).rejects.toThrow(CandidateNotFound);
  });

  it('comes in an order without meaning from a place of their own, page by page', async () => {
    const pairs: string[] = [];
    for (let n = 0; n < 7; n += 1) pairs.push((await proposed()).id);
    const pages = async (actor: Actor) => {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const request: { limit: number; cursor?: string } = { limit: 3 };
        if (cursor !== null) request.cursor = cursor;
        const page = await app.lists.queue(actor, request);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return seen;
    };
    const [first, second] = [await pages(office.first), await pages(office.third)];
    expect([...first].sort()).toEqual(pairs.sort());
    expect([...second].sort()).toEqual(pairs);
    const turned = pairs.map((_, n) => [...pairs.slice(n), ...pairs.slice(0, n)]);
    expect(turned).toContainEqual(first);
    expect(turned).toContainEqual(second);
  });
});

describe('who sits with the family', () => {
  it('sees a pair only after it was decided, and then without what reviewers wrote', async () => {
    const { id, caseId } = await proposed();
    const shown = async (actor: Actor) => (await app.lists.ofCase(actor, caseId, {})).items.length;
    expect([await shown(office.caseworker), await shown(office.coordinator)]).toEqual([0, 0]);
    expect(await shown(office.first)).toBe(1);
    await expect(app.reader.read(office.caseworker, id, 'en')).rejects.toThrow(CandidateNotFound);
    await judge(office.first, id, 'same_person', 1, 'the chin');
    expect(await shown(office.caseworker)).toBe(0);
    await judge(office.second, id, 'same_person');
    expect(await shown(office.caseworker)).toBe(1);
    const view = await app.reader.read(office.caseworker, id, 'en');
    expect(view).toMatchObject({ state: 'confirmed', assessment: null, judgements: null });
    expect(view.decisions).toMatchObject([{ outcome: 'confirmed', note: null }]);
    expect(JSON.stringify(view)).not.toContain('chin');
  });
});

describe('another organisation', () => {
  it('finds nothing, as if there were nothing', async () => {
    const { id, caseId } = await proposed();
    await expect(app.reader.read(stranger.first, id, 'en')).rejects.toThrow(CandidateNotFound);
    await expect(judge(stranger.first, id, 'different')).rejects.toThrow(CandidateNotFound);
    await expect(
      app.revoking.revoke(stranger.coordinator, id, { note: 'x', expectedVersion: 1 }),
    ).rejects.toThrow(CandidateNotFound);
    await expect(app.lists.ofCase(stranger.first, caseId, {})).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect((await app.lists.queue(stranger.first, {})).items).toEqual([]);
    expect(await app.progress.read(stranger.coordinator)).toMatchObject({ reports: { open: 0 } });
  });
});

describe('the audit trail', () => {
  it('tells who read and judged, but no verdict and no name', async () => {
    const { id } = await proposed();
    await app.reader.read(office.first, id, 'en');
    await decide(id, 'different', 'different');
    const events = await app.ask<{ action: string }>(
      'SELECT action, detail FROM audit_events WHERE subject_id = $1 ORDER BY sequence',
      [id],
    );
    expect(events.map(({ action }) => action)).toEqual([
      'candidate.read',
      'candidate.judged',
      'candidate.judged',
      'candidate.decided',
    ]);
    expect(JSON.stringify(events)).not.toMatch(/"different"|[\u0600-\u06ff]/);
  });
});
