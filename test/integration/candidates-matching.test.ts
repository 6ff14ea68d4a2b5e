import { setTimeout } from 'node:timers/promises';
import { MatchingOffice, newId, otherRow, row, shahin } from '../support/matching-office.js';

let house: MatchingOffice;

beforeAll(async () => {
  house = await MatchingOffice.start();
});
afterAll(() => house?.app.stop());
afterEach(() => house.withdrawAll());

describe('matching a report', () => {
  it('proposes a pair once, however often and at once it is asked', async () => {
    const { reportId, match } = await house.matchedReport(row(newId()), otherRow());
    const [first, ...more] = await house.pairsOf(reportId);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ state: 'proposed', above_floor: true, round: 1, version: 1 });

    await house.app.ask('UPDATE reports SET matched_revision = 0 WHERE id = $1', [reportId]);
    await Promise.all([match(), match(), match()]);
    expect(await house.pairsOf(reportId)).toEqual([first]);
    const [report] = await house.app.ask(
      'SELECT match_revision, matched_revision, matched_registry_revision AS at FROM reports WHERE id = $1',
      [reportId],
    );
    expect(report).toEqual({
      match_revision: 1,
      matched_revision: 1,
      at: `${await house.app.registry.currentRevision()}`,
    });
  });

  it('stores evidence sealed, in less than a kilobyte', async () => {
    const { reportId } = await house.matchedReport(row(newId()));
    const [pair] = await house.pairsOf(reportId);
    expect(pair?.evidence).toBeNull();
    // Words long enough that sealed bytes do not hold them by chance.
    expect(pair?.sealed_evidence.toString('latin1')).not.toMatch(/\["(name|prior)",/);
    expect(pair?.sealed_evidence.length).toBeGreaterThan(50);
    expect(pair?.sealed_evidence.length).toBeLessThan(1024);
  });

  it('passes a withdrawn report over and marks nothing', async () => {
    const { reportId } = await house.report();
    await house.app.ask(`UPDATE reports SET state = 'withdrawn' WHERE id = $1`, [reportId]);
    await house.match(reportId);
    const [report] = await house.app.ask('SELECT matched_revision FROM reports WHERE id = $1', [
      reportId,
    ]);
    expect(report).toEqual({ matched_revision: 0 });
    expect(await house.pairsOf(reportId)).toEqual([]);
  });

  it('takes an undecided pair out of the queue when it does not fit any more', async () => {
    const place = await house.matchedReport(row(newId()));
    await house.app.edit(place, { names: { given: 'ليان', father: 'صقر', family: 'العنابي' } });
    await place.match();
    expect(await house.pairsOf(place.reportId)).toMatchObject([
      { state: 'proposed', above_floor: false, version: 2 },
    ]);
  });
});

describe('a new report while entries are being indexed', () => {
  it('is matched with what is there, and again as soon as all of it is', async () => {
    await house.matchedReport(otherRow());
    await house.entries(row(newId()));
    const { reportId } = await house.report();
    await house.app.loseQueue();
    await house.app.ask('BEGIN');
    // Nobody reads an entry until the commit.
    await house.app.ask('LOCK TABLE entries');
    await house.match(reportId);
    await house.app.ask('COMMIT');
    expect(await house.pairsOf(reportId)).toEqual([]);
    while ((await house.app.jobs.pendingCount('match-report')) === 0) await setTimeout(20);
    await house.match(reportId);
    expect(await house.pairsOf(reportId)).toHaveLength(1);
  });
});

describe('decided pairs', () => {
  const reject = (reportId: string) =>
    house.app.ask(`UPDATE candidates SET state = 'rejected', version = 9 WHERE report_id = $1`, [
      reportId,
    ]);

  it('take no place from new ones', async () => {
    const many = Array.from({ length: 50 }, () => row(newId()));
    const { reportId, match } = await house.matchedReport(...many);
    expect(await house.pairsOf(reportId)).toHaveLength(50);
    await reject(reportId);
    await house.entries(row(newId(), ''));
    await match();
    const pairs = await house.pairsOf(reportId);
    expect(pairs.filter(({ state }) => state === 'rejected')).toHaveLength(50);
    expect(pairs.filter(({ state }) => state === 'proposed')).toHaveLength(1);
  });

  it('stay rejected while both sides are the same, and return when either changes', async () => {
    const id = newId();
    const place = await house.matchedReport(row(id));
    await reject(place.reportId);
    await house.app.ask('UPDATE reports SET matched_registry_revision = 0 WHERE id = $1', [
      place.reportId,
    ]);
    await place.match();
    expect(await house.pairsOf(place.reportId)).toMatchObject([{ state: 'rejected', version: 9 }]);

    await house.entries(row(id, 'بدر'));
    await place.match();
    expect(await house.pairsOf(place.reportId)).toMatchObject([
      { state: 'proposed', round: 2, version: 10 },
    ]);

    await reject(place.reportId);
    await house.app.edit(place, { names: shahin, sex: 'male' });
    await place.match();
    expect(await house.pairsOf(place.reportId)).toMatchObject([{ state: 'proposed', round: 3 }]);
  });

  it('stay confirmed whatever changes', async () => {
    const id = newId();
    const place = await house.matchedReport(row(id));
    await house.app.ask(`UPDATE candidates SET state = 'confirmed' WHERE report_id = $1`, [
      place.reportId,
    ]);
    const before = await house.pairsOf(place.reportId);
    await house.entries(row(id, 'بدر'));
    await house.app.edit(place, { names: shahin, sex: 'male' });
    await place.match();
    expect(await house.pairsOf(place.reportId)).toEqual(before);
  });
});

describe('the sweep', () => {
  it('queues what was never matched and what an import left behind, and nothing else', async () => {
    const matched = await house.matchedReport(row(newId()));
    await house.app.matching.compareReport(house.office.organisationId, matched.reportId);
    const fresh = await house.report();
    await house.app.loseQueue();
    expect(await house.app.matching.sweep(3600)).toEqual({ queued: 0, retried: 0 });
    expect(await house.app.matching.sweep(0)).toEqual({ queued: 1, retried: 0 });
    const at = await house.app.registry.currentRevision();
    expect(
      await house.app.jobs.progressOf('match-report', `report-${fresh.reportId}-r1-g${at}`),
    ).toBe(0);

    await house.entries(row(newId()));
    expect(await house.app.jobs.pendingCount('match-entries')).toBe(1);
    expect((await house.app.matching.sweep(0)).queued).toBe(1);
    await house.app.loseQueue();
    expect((await house.app.matching.sweep(0, 5000, 2)).queued).toBe(1);
    expect(await house.app.jobs.pendingCount('match-entries')).toBe(1);
    await house.app.loseQueue();
    expect((await house.app.matching.sweep(0)).queued).toBe(2);
    await matched.match();
    await house.match(fresh.reportId);
    await house.app.matching.compareReport(house.office.organisationId, fresh.reportId);
    expect((await house.app.matching.sweep(0)).queued).toBe(0);
    expect(await house.app.progress.read(house.office.coordinator)).toMatchObject({
      reports: { open: 2, matched: 2, waiting: 0 },
      failedJobs: 0,
    });
  });
});
