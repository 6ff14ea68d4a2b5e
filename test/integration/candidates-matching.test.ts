import { setTimeout } from 'node:timers/promises';
import type { JobPayloads } from '@athar/queue';
import { startCandidates, type CandidatesApp, type Office } from '../support/candidates-app.js';

let app: CandidatesApp;
let office: Office;
let collectionId: string;
let count = 0;

beforeAll(async () => {
  app = await startCandidates();
  office = await app.office();
  collectionId = await app.collection(office.third);
});
afterAll(() => app?.stop());
afterEach(() => app.ask(`UPDATE reports SET state = 'withdrawn'`));

const shahin = { given: 'شاهين', father: 'قمر', family: 'الظريفاني', mother: 'بدرية' };
const row = (id: string, mother = 'بدرية') => `${id},شاهين,قمر,الظريفاني,${mother}`;
const newId = () => `row-${(count += 1)}`;

interface PairRow {
  id: string;
  entry_id: string;
  state: string;
  round: number;
  version: number;
  above_floor: boolean;
  evidence: unknown;
  sealed_evidence: Buffer;
}

function pairsOf(reportId: string): Promise<PairRow[]> {
  return app.ask<PairRow>('SELECT * FROM candidates WHERE report_id = $1 ORDER BY id', [reportId]);
}

/** A report with its pairs, over a registry of these rows alone. */
async function matchedReport(...rows: string[]) {
  await app.retire(office.third, collectionId);
  collectionId = await app.collection(office.third);
  const imported = await app.entries(office.third, collectionId, ...rows);
  const place = await app.report(office.caseworker, { names: shahin });
  const match = () => app.matching.matchReport(office.organisationId, place.reportId, 1);
  await match();
  return { ...place, ...imported, match };
}

describe('matching a report', () => {
  it('proposes a pair once, however often and at once it is asked', async () => {
    const { reportId, match } = await matchedReport(row(newId()), `${newId()},ليان,صقر,العنابي,`);
    const [first, ...more] = await pairsOf(reportId);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ state: 'proposed', above_floor: true, round: 1, version: 1 });

    await app.ask('UPDATE reports SET matched_revision = 0 WHERE id = $1', [reportId]);
    await Promise.all([match(), match(), match()]);
    expect(await pairsOf(reportId)).toEqual([first]);
    const [report] = await app.ask(
      'SELECT match_revision, matched_revision, matched_registry_revision AS at FROM reports WHERE id = $1',
      [reportId],
    );
    expect(report).toEqual({
      match_revision: 1,
      matched_revision: 1,
      at: `${await app.registry.currentRevision()}`,
    });
  });

  it('stores evidence sealed, in less than a kilobyte', async () => {
    const { reportId } = await matchedReport(row(newId()));
    const [pair] = await pairsOf(reportId);
    expect(pair?.evidence).toBeNull();
    expect(pair?.sealed_evidence.toString('latin1')).not.toMatch(/name|prior|\[\[/);
    expect(pair?.sealed_evidence.length).toBeGreaterThan(50);
    expect(pair?.sealed_evidence.length).toBeLessThan(1024);
  });

  it('passes a withdrawn report over and marks nothing', async () => {
    const { reportId } = await app.report(office.caseworker, { names: shahin });
    await app.ask(`UPDATE reports SET state = 'withdrawn' WHERE id = $1`, [reportId]);
    await app.matching.matchReport(office.organisationId, reportId, 1);
    const [report] = await app.ask('SELECT matched_revision FROM reports WHERE id = $1', [
      reportId,
    ]);
    expect(report).toEqual({ matched_revision: 0 });
    expect(await pairsOf(reportId)).toEqual([]);
  });

  it('takes an undecided pair out of the queue when it does not fit any more', async () => {
    const place = await matchedReport(row(newId()));
    await app.edit(place, { names: { given: 'ليان', father: 'صقر', family: 'العنابي' } });
    await place.match();
    expect(await pairsOf(place.reportId)).toMatchObject([
      { state: 'proposed', above_floor: false, version: 2 },
    ]);
  });
});

describe('a new report while entries are being indexed', () => {
  it('is matched with what is there, and again as soon as all of it is', async () => {
    await matchedReport(`${newId()},ليان,صقر,العنابي,`);
    await app.entries(office.third, collectionId, row(newId()));
    const { reportId } = await app.report(office.caseworker, { names: shahin });
    await app.loseQueue();
    await app.ask('BEGIN');
    // Nobody reads an entry until the commit.
    await app.ask('LOCK TABLE entries');
    await app.matching.matchReport(office.organisationId, reportId, 1);
    await app.ask('COMMIT');
    expect(await pairsOf(reportId)).toEqual([]);
    while ((await app.jobs.pendingCount('match-report')) === 0) await setTimeout(20);
    await app.matching.matchReport(office.organisationId, reportId, 1);
    expect(await pairsOf(reportId)).toHaveLength(1);
  });
});

describe('decided pairs', () => {
  const reject = (reportId: string) =>
    app.ask(`UPDATE candidates SET state = 'rejected', version = 9 WHERE report_id = $1`, [
      reportId,
    ]);

  it('take no place from new ones', async () => {
    const many = Array.from({ length: 50 }, () => row(newId()));
    const { reportId, match } = await matchedReport(...many);
    expect(await pairsOf(reportId)).toHaveLength(50);
    await reject(reportId);
    await app.entries(office.third, collectionId, row(newId(), ''));
    await match();
    const pairs = await pairsOf(reportId);
    expect(pairs.filter(({ state }) => state === 'rejected')).toHaveLength(50);
    expect(pairs.filter(({ state }) => state === 'proposed')).toHaveLength(1);
  });

  it('stay rejected while both sides are the same, and return when either changes', async () => {
    const id = newId();
    const place = await matchedReport(row(id));
    await reject(place.reportId);
    await app.ask('UPDATE reports SET matched_registry_revision = 0 WHERE id = $1', [
      place.reportId,
    ]);
    await place.match();
    expect(await pairsOf(place.reportId)).toMatchObject([{ state: 'rejected', version: 9 }]);

    await app.entries(office.third, collectionId, row(id, 'بدر'));
    await place.match();
    expect(await pairsOf(place.reportId)).toMatchObject([
      { state: 'proposed', round: 2, version: 10 },
    ]);

    await reject(place.reportId);
    await app.edit(place, { names: shahin, sex: 'male' });
    await place.match();
    expect(await pairsOf(place.reportId)).toMatchObject([{ state: 'proposed', round: 3 }]);
  });

  it('stay confirmed whatever changes', async () => {
    const id = newId();
    const place = await matchedReport(row(id));
    await app.ask(`UPDATE candidates SET state = 'confirmed' WHERE report_id = $1`, [
      place.reportId,
    ]);
    const before = await pairsOf(place.reportId);
    await app.entries(office.third, collectionId, row(id, 'بدر'));
    await app.edit(place, { names: shahin, sex: 'male' });
    await place.match();
    expect(await pairsOf(place.reportId)).toEqual(before);
  });
});

describe('matching new entries', () => {
  const setBack = (reportId: string) =>
    app.ask('UPDATE reports SET matched_registry_revision = 0 WHERE id = $1', [reportId]);

  async function reportsOf(places: number) {
    const reports = [];
    for (let n = 0; n < places; n += 1) {
      const place = await app.report(office.caseworker, { names: shahin });
      await app.matching.matchReport(office.organisationId, place.reportId, 1);
      reports.push(place);
    }
    return reports;
  }

  const queuedChunks = async () =>
    (
      await app.ask<{ data: JobPayloads['match-chunk'] }>(
        `SELECT data FROM athar_queue.job WHERE queue = 'match-chunk' ORDER BY id`,
      )
    ).map(({ data }) => data);

  it('divides the open reports into chunks and finds what a whole search finds, in any order', async () => {
    const first = await matchedReport(`${newId()},ليان,صقر,العنابي,`);
    const reports = await reportsOf(5);
    const { from, to } = await app.entries(office.third, collectionId, row(newId()));
    await app.loseQueue();
    const batch = { fromRevision: from, toRevision: to };
    expect(await app.matching.planBatch(batch, 2)).toBe(3);
    expect(await app.matching.planBatch(batch, 2)).toBe(3);
    const chunks = await queuedChunks();
    expect(chunks).toHaveLength(3);
    for (const chunk of [...chunks, ...chunks].reverse()) await app.matching.matchChunk(chunk);
    expect(await app.matching.planBatch(batch, 2)).toBe(0);

    for (const { reportId } of [first, ...reports]) {
      const delta = await pairsOf(reportId);
      expect(delta).toHaveLength(1);
      await setBack(reportId);
      await app.matching.matchReport(office.organisationId, reportId, 1);
      expect(await pairsOf(reportId)).toEqual(delta);
    }
  });

  it('goes through the reports once for all corrections that came meanwhile', async () => {
    const id = newId();
    await matchedReport(`${newId()},ليان,صقر,العنابي,`);
    const [report] = await reportsOf(1);
    const first = await app.entries(office.third, collectionId, row(id, ''));
    await app.entries(office.third, collectionId, row(newId()));
    const last = await app.entries(office.third, collectionId, row(id));
    const everything = { afterReportId: null, throughReportId: null, reports: 1 };
    const batch = { fromRevision: first.from, toRevision: first.to };
    await app.matching.matchChunk({ ...batch, ...everything });
    expect(await pairsOf(report?.reportId ?? '')).toMatchObject([{ version: 1 }, { version: 1 }]);
    expect(await app.matching.planBatch({ fromRevision: last.from, toRevision: last.to })).toBe(0);
  });

  it('matches a report whole in its chunk that was behind already', async () => {
    await matchedReport(row(newId()));
    const { reportId } = await app.report(office.caseworker, { names: shahin });
    const { from, to } = await app.entries(office.third, collectionId, row(newId()));
    await app.loseQueue();
    await app.matching.planBatch({ fromRevision: from, toRevision: to });
    for (const chunk of await queuedChunks()) await app.matching.matchChunk(chunk);
    expect(await pairsOf(reportId)).toHaveLength(2);
  });

  it('names a report that cannot be opened and matches the others of its chunk', async () => {
    await matchedReport(`${newId()},ليان,صقر,العنابي,`);
    const [broken, sound] = await reportsOf(2);
    await app.ask(
      `UPDATE reports SET record = set_byte(record, 40, get_byte(record, 40) # 1) WHERE id = $1`,
      [broken?.reportId],
    );
    const { from, to } = await app.entries(office.third, collectionId, row(newId()));
    const everything = { afterReportId: null, throughReportId: null, reports: 1 };
    const chunk = { fromRevision: from, toRevision: to, ...everything };
    expect(await app.matching.matchChunk(chunk)).toEqual([broken?.reportId]);
    expect(await pairsOf(sound?.reportId ?? '')).toHaveLength(1);
  });

  it('says in the summary of what moved when all reports were gone through', async () => {
    const { reportId } = await matchedReport(`${newId()},ليان,صقر,العنابي,`);
    const { from: fromRevision, to: toRevision } = await app.entries(
      office.third,
      collectionId,
      row(newId()),
    );
    const range = { afterReportId: null, throughReportId: null, reports: 1 };
    await app.matching.matchChunk({ fromRevision, toRevision, ...range });
    const runs = async () => (await app.progress.read(office.first)).pairs?.runs[0];
    expect(await runs()).toMatchObject({ registryRevision: toRevision, came: 1, endedAt: null });
    await app.matching.endBatch({ fromRevision, toRevision });
    expect((await runs())?.endedAt).not.toBeNull();

    await app.ask(`UPDATE candidates SET band = 'weak', centibits = 0 WHERE report_id = $1`, [
      reportId,
    ]);
    await setBack(reportId);
    await app.matching.matchReport(office.organisationId, reportId, 1);
    expect(await runs()).toMatchObject({ rose: 1, fell: 0 });
  });

  it('says so of a batch too that was broken off, when another has gone through the rest', async () => {
    await matchedReport(`${newId()},ليان,صقر,العنابي,`);
    const { from: fromRevision, to: toRevision } = await app.entries(
      office.third,
      collectionId,
      row(newId()),
    );
    const everything = { afterReportId: null, throughReportId: null, reports: 1 };
    await app.matching.matchChunk({ fromRevision, toRevision, ...everything });
    await app.loseQueue();
    const later = await app.entries(office.third, collectionId, `${newId()},ليان,صقر,العنابي,`);
    await app.loseQueue();
    const batch = { fromRevision: later.from, toRevision: later.to };
    await app.matching.matchChunk({ ...batch, ...everything });
    expect(await app.matching.planBatch(batch)).toBe(0);
    const { pairs } = await app.progress.read(office.first);
    expect(pairs?.runs.map(({ endedAt }) => endedAt)).not.toContain(null);
  });
});

describe('the sweep', () => {
  it('queues what was never matched and what an import left behind, and nothing else', async () => {
    const matched = await matchedReport(row(newId()));
    await app.matching.compareReport(office.organisationId, matched.reportId);
    const fresh = await app.report(office.caseworker, { names: shahin });
    await app.loseQueue();
    expect(await app.matching.sweep(3600)).toEqual({ queued: 0, retried: 0 });
    expect(await app.matching.sweep(0)).toEqual({ queued: 1, retried: 0 });
    const at = await app.registry.currentRevision();
    expect(await app.jobs.progressOf('match-report', `report-${fresh.reportId}-r1-g${at}`)).toBe(0);

    await app.entries(office.third, collectionId, row(newId()));
    expect(await app.jobs.pendingCount('match-entries')).toBe(1);
    expect((await app.matching.sweep(0)).queued).toBe(1);
    await app.loseQueue();
    expect((await app.matching.sweep(0, 5000, 2)).queued).toBe(1);
    expect(await app.jobs.pendingCount('match-entries')).toBe(1);
    await app.loseQueue();
    expect((await app.matching.sweep(0)).queued).toBe(2);
    await matched.match();
    await app.matching.matchReport(office.organisationId, fresh.reportId, 1);
    await app.matching.compareReport(office.organisationId, fresh.reportId);
    expect((await app.matching.sweep(0)).queued).toBe(0);
    expect(await app.progress.read(office.coordinator)).toMatchObject({
      reports: { open: 2, matched: 2, waiting: 0 },
      failedJobs: 0,
    });
  });
});
