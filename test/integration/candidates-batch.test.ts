import type { JobPayloads } from '@athar/queue';
import { MatchingOffice, newId, otherRow, row } from '../support/matching-office.js';

let house: MatchingOffice;

beforeAll(async () => {
  house = await MatchingOffice.start();
});
afterAll(() => house?.app.stop());
afterEach(() => house.withdrawAll());

describe('a new report while a batch is under way', () => {
  it('is matched with all entries, whose names were read before it came', async () => {
    const before = await house.matchedReport(otherRow());
    const { from, to } = await house.entries(row(newId()));
    await house.app.matching.followRegistry();
    expect(await house.app.matching.planBatch({ fromRevision: from, toRevision: to })).toBe(1);
    const { reportId } = await house.report();
    // Who reads the entry now learns nothing of it.
    await house.app.ask(
      `UPDATE entries SET record = set_byte(record, 40, get_byte(record, 40) # 1)
       WHERE collection_id = $1`,
      [house.collection],
    );
    await house.match(reportId);
    expect(await house.pairsOf(reportId)).toHaveLength(1);
    expect(await house.pairsOf(before.reportId)).toEqual([]);
    const [marks] = await house.app.ask(
      'SELECT matched_registry_revision AS at FROM reports WHERE id = $1',
      [reportId],
    );
    expect(marks).toEqual({ at: to });
  });
});

describe('matching new entries', () => {
  const setBack = (reportId: string) =>
    house.app.ask('UPDATE reports SET matched_registry_revision = 0 WHERE id = $1', [reportId]);

  async function reportsOf(places: number) {
    const reports = [];
    for (let n = 0; n < places; n += 1) {
      const place = await house.report();
      await house.match(place.reportId);
      reports.push(place);
    }
    return reports;
  }

  const queuedChunks = async () =>
    (
      await house.app.ask<{ data: JobPayloads['match-chunk'] }>(
        `SELECT data FROM athar_queue.job WHERE queue = 'match-chunk' ORDER BY id`,
      )
    ).map(({ data }) => data);

  it('divides the open reports into chunks and finds what a whole search finds, in any order', async () => {
    const first = await house.matchedReport(otherRow());
    const reports = await reportsOf(5);
    const { from, to } = await house.entries(row(newId()));
    await house.app.loseQueue();
    const batch = { fromRevision: from, toRevision: to };
    expect(await house.app.matching.planBatch(batch, 2)).toBe(3);
    expect(await house.app.matching.planBatch(batch, 2)).toBe(3);
    const chunks = await queuedChunks();
    expect(chunks).toHaveLength(3);
    for (const chunk of [...chunks, ...chunks].reverse())
      await house.app.matching.matchChunk(chunk);
    expect(await house.app.matching.planBatch(batch, 2)).toBe(0);

    for (const { reportId } of [first, ...reports]) {
      const delta = await house.pairsOf(reportId);
      expect(delta).toHaveLength(1);
      await setBack(reportId);
      await house.match(reportId);
      expect(await house.pairsOf(reportId)).toEqual(delta);
    }
  });

  it('goes through the reports once for all corrections that came meanwhile', async () => {
    const id = newId();
    await house.matchedReport(otherRow());
    const [report] = await reportsOf(1);
    const first = await house.entries(row(id, ''));
    await house.entries(row(newId()));
    const last = await house.entries(row(id));
    const everything = { afterReportId: null, throughReportId: null, reports: 1 };
    const batch = { fromRevision: first.from, toRevision: first.to };
    await house.app.matching.matchChunk({ ...batch, ...everything });
    expect(await house.pairsOf(report?.reportId ?? '')).toMatchObject([
      { version: 1 },
      { version: 1 },
    ]);
    expect(
      await house.app.matching.planBatch({ fromRevision: last.from, toRevision: last.to }),
    ).toBe(0);
  });

  it('matches a report whole in its chunk that was behind already', async () => {
    await house.matchedReport(row(newId()));
    const { reportId } = await house.report();
    const { from, to } = await house.entries(row(newId()));
    await house.app.loseQueue();
    await house.app.matching.planBatch({ fromRevision: from, toRevision: to });
    for (const chunk of await queuedChunks()) await house.app.matching.matchChunk(chunk);
    expect(await house.pairsOf(reportId)).toHaveLength(2);
  });

  it('names a report that cannot be opened and matches the others of its chunk', async () => {
    await house.matchedReport(otherRow());
    const [broken, sound] = await reportsOf(2);
    await house.app.ask(
      `UPDATE reports SET record = set_byte(record, 40, get_byte(record, 40) # 1) WHERE id = $1`,
      [broken?.reportId],
    );
    const { from, to } = await house.entries(row(newId()));
    const everything = { afterReportId: null, throughReportId: null, reports: 1 };
    const chunk = { fromRevision: from, toRevision: to, ...everything };
    expect(await house.app.matching.matchChunk(chunk)).toEqual([broken?.reportId]);
    expect(await house.pairsOf(sound?.reportId ?? '')).toHaveLength(1);
  });

  it('says in the summary of what moved when all reports were gone through', async () => {
    const { reportId } = await house.matchedReport(otherRow());
    const { from: fromRevision, to: toRevision } = await house.entries(row(newId()));
    const range = { afterReportId: null, throughReportId: null, reports: 1 };
    await house.app.matching.matchChunk({ fromRevision, toRevision, ...range });
    const runs = async () => (await house.app.progress.read(house.office.first)).pairs?.runs[0];
    expect(await runs()).toMatchObject({ registryRevision: toRevision, came: 1, endedAt: null });
    await house.app.matching.endBatch({ fromRevision, toRevision });
    expect((await runs())?.endedAt).not.toBeNull();

    await house.app.ask(`UPDATE candidates SET band = 'weak', centibits = 0 WHERE report_id = $1`, [
      reportId,
    ]);
    await setBack(reportId);
    await house.match(reportId);
    expect(await runs()).toMatchObject({ rose: 1, fell: 0 });
  });

  it('says so of a batch too that was broken off, when another has gone through the rest', async () => {
    await house.matchedReport(otherRow());
    const { from: fromRevision, to: toRevision } = await house.entries(row(newId()));
    const everything = { afterReportId: null, throughReportId: null, reports: 1 };
    await house.app.matching.matchChunk({ fromRevision, toRevision, ...everything });
    await house.app.loseQueue();
    const later = await house.entries(otherRow());
    await house.app.loseQueue();
    const batch = { fromRevision: later.from, toRevision: later.to };
    await house.app.matching.matchChunk({ ...batch, ...everything });
    expect(await house.app.matching.planBatch(batch)).toBe(0);
    const { pairs } = await house.app.progress.read(house.office.first);
    expect(pairs?.runs.map(({ endedAt }) => endedAt)).not.toContain(null);
  });
});
