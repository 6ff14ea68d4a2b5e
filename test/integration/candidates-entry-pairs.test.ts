import type { Actor } from '@athar/access';
import { AlreadyJudged, CandidateChanged, PairNotFound, type Verdict } from '@athar/candidates';
import { startCandidates, type CandidatesApp, type Office } from '../support/candidates-app.js';

let app: CandidatesApp;
let here: Office;
let there: Office;
let photographs: string;
let documents: string;

beforeAll(async () => {
  app = await startCandidates();
  [here, there] = [await app.office(), await app.office()];
});
afterAll(() => app?.stop());
beforeEach(async () => {
  for (const id of [photographs, documents]) if (id) await app.retire(here.third, id);
  photographs = await app.collection(here.third);
  documents = await app.collection(here.third, { kind: 'civil_records', title: 'Register' });
  await pairAll();
});

const shahin = 'شاهين,قمر,الظريفاني,بدرية';
const noProgress = () => Promise.resolve();

/** Does chunk after chunk until nothing is left. */
async function pairAll(chunkSize?: number): Promise<void> {
  for (let done = 0; done < 1;) {
    await app.matching.pairEntries((share) => Promise.resolve(void (done = share)), chunkSize);
  }
}

interface PairRow {
  id: string;
  state: string;
  round: number;
  version: number;
  above_floor: boolean;
}

const pairs = () =>
  app.ask<PairRow>(
    `SELECT p.* FROM entry_pairs p JOIN entries e ON e.id IN (p.left_id, p.right_id)
     WHERE e.collection_id = $1 ORDER BY p.id`,
    [photographs],
  );

/** A photograph and a document of one person, proposed as a pair. */
async function proposed() {
  await app.entries(here.third, photographs, `p,${shahin}`);
  await app.entries(here.third, documents, `d,${shahin}`);
  await pairAll();
  const [pair] = await pairs();
  return pair?.id ?? '';
}

const judge = (actor: Actor, id: string, verdict: Verdict, expectedVersion = 1) =>
  app.entryPairs.judge(
    actor,
    id,
    { verdict, reasons: ['names_agree'], expectedVersion, note: 'the hand is the same' },
    'en',
  );

async function confirmed() {
  const id = await proposed();
  await judge(here.first, id, 'same_person');
  await judge(there.first, id, 'same_person');
  return id;
}

const entryIn = async (collectionId: string) =>
  (
    await app.ask<{ id: string }>('SELECT id FROM entries WHERE collection_id = $1', [collectionId])
  )[0]?.id ?? '';

describe('photographs and documents', () => {
  it('are paired across collections, never within one side, whichever came first', async () => {
    await app.entries(here.third, documents, `d,${shahin}`, `d2,${shahin}`);
    await pairAll();
    await app.entries(here.third, photographs, `p,${shahin}`, 'q,ليان,صقر,العنابي,');
    await pairAll();
    expect(await pairs()).toMatchObject([{ state: 'proposed' }, { state: 'proposed' }]);
    const court = await app.collection(here.third, { kind: 'court_register', title: 'Court' });
    await app.entries(here.third, court, `c,${shahin}`);
    await pairAll();
    expect(await pairs()).toHaveLength(3);
    await app.retire(here.third, court);
  });

  it('are looked at chunk by chunk, once each, and a killed job is taken up where it was', async () => {
    await app.loseQueue();
    await app.entries(here.third, photographs, ...[1, 2, 3].map((n) => `p${n},${shahin}`));
    await app.entries(here.third, documents, `d,${shahin}`);
    const shares: number[] = [];
    await app.matching.pairEntries((share) => Promise.resolve(void shares.push(share)), 2);
    expect(shares.every((share) => share < 1)).toBe(true);
    const half = await pairs();
    // What is asked for next is lost with the queue; the sweep finds the mark behind the registry.
    await app.loseQueue();
    await app.matching.sweep(0);
    expect(await app.jobs.pendingCount('pair-entries')).toBe(1);
    await Promise.all([
      app.matching.pairEntries(noProgress, 2),
      app.matching.pairEntries(noProgress, 2),
    ]);
    await pairAll(2);
    const all = await pairs();
    expect([half.length, all.length]).toEqual([2, 3]);
    expect(all.every(({ round, version }) => round === 1 && version === 1)).toBe(true);
    await app.loseQueue();
    await app.matching.sweep(0);
    expect(await app.jobs.pendingCount('pair-entries')).toBe(0);
  });

  it('leave the queue where they do not fit any more or may not be used', async () => {
    const id = await proposed();
    const queue = async () => (await app.entryPairs.queue(there.first, {})).items;
    expect(await queue()).toMatchObject([{ id, state: 'proposed', band: null }]);
    await app.entries(here.third, documents, 'd,ليان,صقر,العنابي,');
    await pairAll();
    expect(await pairs()).toMatchObject([{ above_floor: false }]);
    for (const { first } of [here, there]) {
      const left = await app.entryPairs.left(first, {});
      expect(left.items).toMatchObject([{ id, leftBecause: 'record_changed' }]);
    }
    const told = await app.ask<{ organisation_id: string }>(
      `SELECT organisation_id FROM audit_events
       WHERE action = 'entry_pair.left_queue' AND detail -> 'record_changed' ? $1`,
      [id],
    );
    expect(told).toHaveLength(2);
    await app.entries(here.third, documents, `d,${shahin}`);
    await pairAll();
    expect(await queue()).toHaveLength(1);
    await app.terms(here.third, documents, { embargoUntil: '2999-01-01' });
    expect(await queue()).toEqual([]);
    await expect(app.entryPairs.read(here.first, id, 'en')).rejects.toThrow(PairNotFound);
    await expect(judge(here.first, id, 'different')).rejects.toThrow(PairNotFound);
  });
});

describe('judging a pair of entries', () => {
  it('is for two people of any organisations, the second blind, and decides for all', async () => {
    const id = await proposed();
    const first = await app.entryPairs.read(here.first, id, 'en');
    expect(first.assessment?.evidence.length).toBeGreaterThan(1);
    await judge(here.first, id, 'same_person');
    await expect(judge(here.first, id, 'same_person')).rejects.toThrow(AlreadyJudged);
    const blind = await app.entryPairs.read(there.first, id, 'en');
    const hidden = { assessment: null, band: null, judgements: null, decisions: null };
    expect(blind).toMatchObject({ ...hidden, state: 'proposed', version: 1 });
    const decided = await judge(there.first, id, 'same_person');
    expect(decided).toMatchObject({ state: 'confirmed', version: 2 });
    expect(decided.judgements?.map(({ memberId }) => memberId)).toEqual([there.first.memberId]);
    expect(decided.decisions).toMatchObject([
      { outcome: 'confirmed', decidedBy: there.first.memberId },
    ]);
    const elsewhere = await app.entryPairs.read(here.second, id, 'en');
    expect(elsewhere.decisions).toMatchObject([{ outcome: 'confirmed', decidedBy: null }]);
    expect(elsewhere.judgements?.map(({ memberId }) => memberId)).toEqual([here.first.memberId]);
    const steward = { ...here.third, roles: ['steward' as const] };
    expect(await app.entryPairs.read(steward, id, 'en')).toMatchObject({ assessment: null });
    await expect(app.entryPairs.read(here.caseworker, id, 'en')).rejects.toMatchObject({
      code: 'role-missing',
    });
  });

  it('given at the same moment makes one decision', async () => {
    const id = await proposed();
    const judges = [here.first, there.first, there.second];
    const ended = await Promise.allSettled(judges.map((one) => judge(one, id, 'same_person')));
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(
      await app.ask('SELECT 1 FROM entry_pair_decisions WHERE pair_id = $1', [id]),
    ).toHaveLength(1);
  });

  it('stays rejected until an entry changes, which both organisations’ trails tell', async () => {
    const id = await proposed();
    await judge(here.first, id, 'different');
    await judge(there.first, id, 'different');
    await app.ask('UPDATE entry_pairing SET revision = 0');
    await pairAll();
    expect(await pairs()).toMatchObject([{ state: 'rejected', version: 2 }]);
    await app.entries(here.third, documents, 'd,شاهين,قمر,الظريفاني,بدر');
    await expect(judge(here.second, id, 'different', 2)).rejects.toThrow();
    await pairAll();
    const view = await app.entryPairs.read(here.first, id, 'en');
    expect(view).toMatchObject({ state: 'proposed', round: 2, returned: true });
    expect(view.changed).toHaveLength(1);
    const told = await app.ask(
      `SELECT DISTINCT organisation_id FROM audit_events
       WHERE subject_id = $1 AND action = 'entry_pair.returned'`,
      [id],
    );
    expect(told).toHaveLength(2);
  });

  it('is refused while an entry is other than it was weighed', async () => {
    const id = await proposed();
    await app.entries(here.third, documents, 'd,شاهين,قمر,الظريفاني,بدر');
    await expect(judge(here.first, id, 'same_person')).rejects.toThrow(CandidateChanged);
  });
});

describe('a confirmed pair of entries', () => {
  it('links them for stewards and reviewers, until it is taken back', async () => {
    const id = await confirmed();
    const [photo, paper] = [await entryIn(photographs), await entryIn(documents)];
    expect(await app.links.read(here.third, photo)).toMatchObject([
      { pairId: id, entry: { id: paper, collection: { kind: 'civil_records' } } },
    ]);
    await expect(app.links.read(here.caseworker, photo)).rejects.toMatchObject({
      code: 'role-missing',
    });
    await app.entryPairs.revoke(there.coordinator, id, { note: 'read again', expectedVersion: 2 });
    expect(await app.links.read(here.third, photo)).toEqual([]);
    const { decisions } = await app.entryPairs.read(here.first, id, 'en').then(async () => {
      await judge(here.first, id, 'different', 3);
      return judge(here.second, id, 'different', 3);
    });
    expect(decisions?.map(({ outcome, note }) => [outcome, note])).toEqual([
      ['rejected', null],
      ['revoked', null],
      ['confirmed', null],
    ]);
    const theirs = (await app.entryPairs.read(there.first, id, 'en')).decisions;
    expect(theirs?.map(({ note }) => note)).toEqual([null, 'read again', null]);
  });

  it('shows the reviewer of a report the other entry beside the one at hand', async () => {
    await confirmed();
    const place = await app.report(here.caseworker, {
      names: { given: 'شاهين', father: 'قمر', family: 'الظريفاني', mother: 'بدرية' },
    });
    await app.matching.matchReport(here.organisationId, place.reportId, 1);
    const photo = await entryIn(photographs);
    const [pair] = await app.ask<{ id: string }>(
      'SELECT id FROM candidates WHERE report_id = $1 AND entry_id = $2',
      [place.reportId, photo],
    );
    const view = await app.reader.read(here.first, pair?.id ?? '', 'en');
    expect(view.linkedEntries?.map(({ id }) => id)).toEqual([await entryIn(documents)]);
    expect(view.entry.id).toBe(photo);
    await app.terms(here.third, documents, { embargoUntil: '2999-01-01' });
    expect((await app.reader.read(here.first, pair?.id ?? '', 'en')).linkedEntries).toEqual([]);
  });
});
