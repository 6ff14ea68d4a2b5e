import { setTimeout } from 'node:timers/promises';
import { startCandidates, type CandidatesApp, type Office } from '../support/candidates-app.js';

let app: CandidatesApp;
let office: Office;
let collectionId: string;

beforeAll(async () => {
  app = await startCandidates();
  office = await app.office();
  collectionId = await app.collection(office.third);
});
afterAll(() => app?.stop());
beforeEach(async () => {
  await app.ask(`UPDATE reports SET state = 'withdrawn'`);
  await app.loseQueue();
});

const names = { given: 'شاهين', father: 'قمر', family: 'الظريفاني' };
const addReport = () => app.report(office.caseworker, { names });

async function stateOf(queue: string): Promise<string[]> {
  const rows = await app.ask<{ state: string }>(
    'SELECT state FROM athar_queue.job WHERE queue = $1',
    [queue],
  );
  return rows.map(({ state }) => state).sort();
}

const fail = (queue: string, permanence: string) =>
  app.ask(
    `UPDATE athar_queue.job SET state = 'failed', finished_at_ms = 1,
       failed_reason = 'a-code (' || $2 || '): Ours.' WHERE queue = $1`,
    [queue, permanence],
  );

describe('the sweep', () => {
  it('reaches reports behind those whose jobs were given up, and does not count these', async () => {
    await Promise.all([addReport(), addReport(), addReport()]);
    expect(await app.matching.sweep(0, 2)).toEqual({ queued: 2, retried: 0 });
    await fail('match-report', 'permanent');
    expect(await app.matching.sweep(0, 2)).toEqual({ queued: 1, retried: 0 });
    expect(await stateOf('match-report')).toEqual(['failed', 'failed', 'waiting']);
    await fail('match-report', 'permanent');
    expect(await app.matching.sweep(0, 2)).toEqual({ queued: 0, retried: 0 });
  });

  it('compares with other reports alone where a batch matches the rest, unless that was given up', async () => {
    const { reportId, organisationId } = await addReport();
    await app.matching.matchReport(organisationId, reportId, 1);
    await app.matching.compareReport(organisationId, reportId);
    await app.entries(office.third, collectionId, 'b,شاهين,قمر,الظريفاني,بدرية');
    await app.ask(`UPDATE reports SET duplicates_model = 'older' WHERE id = $1`, [reportId]);
    await app.ask(`DELETE FROM athar_queue.job WHERE queue = 'compare-report'`);
    expect(await app.matching.sweep(0)).toEqual({ queued: 1, retried: 0 });
    expect(await stateOf('match-report')).toEqual([]);
    expect(await stateOf('compare-report')).toEqual(['waiting']);
    await fail('compare-report', 'permanent');
    expect(await app.matching.sweep(0)).toEqual({ queued: 0, retried: 0 });
  });

  it('does not leave what lags behind the registry to a chunk that keeps failing', async () => {
    const { reportId, organisationId } = await addReport();
    await app.matching.matchReport(organisationId, reportId, 1);
    await app.matching.compareReport(organisationId, reportId);
    await app.entries(office.third, collectionId, 'a,شاهين,قمر,الظريفاني,بدرية');
    expect(await app.matching.sweep(0)).toEqual({ queued: 0, retried: 0 });
    await fail('match-entries', 'passing');
    expect(await app.matching.sweep(0)).toEqual({ queued: 1, retried: 1 });
    await app.ask(`DELETE FROM athar_queue.job WHERE queue = 'match-report'`);
    await app.ask(`UPDATE athar_queue.job SET state = 'delayed'`);
    expect(await app.matching.sweep(0)).toEqual({ queued: 1, retried: 0 });
  });

  it('plans no batch again and again for reports that cannot be opened', async () => {
    const places = await Promise.all([addReport(), addReport()]);
    const ids = places.map(({ reportId }) => reportId);
    const pending = () => app.jobs.pendingCount('match-entries');
    await app.ask(
      `UPDATE reports SET record = set_byte(record, 40, get_byte(record, 40) # 1)
       WHERE id = ANY($1)`,
      [ids],
    );
    await app.entries(office.third, collectionId, 'c,شاهين,قمر,الظريفاني,بدرية');
    await app.loseQueue();
    await app.matching.sweep(0, 5000, 2);
    expect(await pending()).toBe(1);
    const [job] = await app.ask<{ data: { fromRevision: string; toRevision: string } }>(
      `SELECT data FROM athar_queue.job WHERE queue = 'match-entries'`,
    );
    const everything = { afterReportId: null, throughReportId: null, reports: 2 };
    const batch = job?.data ?? { fromRevision: '0', toRevision: '0' };
    expect(await app.matching.matchChunk({ ...batch, ...everything })).toEqual(ids.sort());
    await app.loseQueue();
    await app.matching.sweep(0, 5000, 2);
    expect(await pending()).toBe(0);
    await app.loseQueue();
    for (const place of places) await app.edit(place, { names });
    await app.matching.sweep(0, 5000, 2);
    expect(await pending()).toBe(1);
  });

  it('lets no report wait for evidence that is to be sealed', async () => {
    const { reportId, organisationId } = await addReport();
    await app.matching.matchReport(organisationId, reportId, 1);
    await addReport();
    const pairs = await app.ask(
      `UPDATE candidates SET sealed_evidence = NULL, evidence = '[]' WHERE report_id = $1 RETURNING id`,
      [reportId],
    );
    expect(pairs).not.toEqual([]);
    await app.loseQueue();
    await app.ask('BEGIN');
    await app.ask('SELECT FROM candidates WHERE report_id = $1 FOR UPDATE', [reportId]);
    const swept = app.matching.sweep(0);
    while ((await app.jobs.pendingCount('match-report')) === 0) await setTimeout(20);
    await app.ask('COMMIT');
    await swept;
    expect(await app.ask('SELECT FROM candidates WHERE evidence IS NOT NULL')).toEqual([]);
  });
});

describe('a plan', () => {
  it('queues the chunks of one plan where two plan at once', async () => {
    for (let n = 0; n < 7; n += 1) await addReport();
    const { from, to } = await app.entries(office.third, collectionId, 'd,ليان,صقر,العنابي,');
    await app.loseQueue();
    const batch = { fromRevision: from, toRevision: to };
    await Promise.all([7, 1, 3, 2].map((size) => app.matching.planBatch(batch, size)));
    const chunks = await app.ask<{ after: string; through: string }>(
      `SELECT coalesce(data->>'afterReportId', '') AS after,
         coalesce(data->>'throughReportId', '~') AS through
       FROM athar_queue.job WHERE queue = 'match-chunk'`,
    );
    chunks.sort((a, b) => (a.after < b.after ? -1 : 1));
    const ends = ['', ...chunks.map(({ through }) => through)];
    expect(chunks.map(({ after }) => after)).toEqual(ends.slice(0, -1));
    expect(ends.at(-1)).toBe('~');
  });
});
