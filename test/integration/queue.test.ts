import { CodedError, currentCorrelation, withCorrelation } from '@athar/diagnostics';
import {
  closedGate,
  idOf,
  payload,
  queueHouse,
  runsOf,
  until,
  works,
} from '../support/queue-apps.js';
import { postgresPlace, redisPlace, type Place } from '../support/queue-places.js';
import { describeWithRedis } from '../support/servers.js';

class Refused extends CodedError {
  readonly code = 'refused';
  readonly kind = 'conflict';
}

describe('a job on PostgreSQL', () => testJobs(postgresPlace));
describeWithRedis('a job on Redis', () => testJobs(redisPlace));

function testJobs(open: () => Promise<Place>): void {
  const house = queueHouse(open);
  const add = (reportId: string) =>
    house.producer.add('match-report', payload(reportId), { id: idOf(reportId) });
  const failureOf = async (reportId: string) =>
    (await house.producer.listFailed({ queue: 'match-report', limit: 50 })).find(
      ({ id }) => id === idOf(reportId),
    );

  it('does a job once, however often it is queued while it is there', async () => {
    const gate = closedGate();
    works.set('twice', () => gate.opened);
    await add('twice');
    await until(() => runsOf('twice') === 1);
    expect(await add('twice')).toBe('queued');
    expect(await house.producer.pendingCount('match-report')).toBe(1);
    gate.open();
    await until(async () => (await house.producer.pendingCount('match-report')) === 0);
    expect(runsOf('twice')).toBe(1);
  });

  it('ends a batch once when all of its parts are done, one of them at the second try', async () => {
    const batch = (toRevision: string) => ({ fromRevision: '0', toRevision });
    const part = (name: string, toRevision: string) => ({
      queue: 'match-chunk' as const,
      payload: { ...batch(toRevision), afterReportId: name, throughReportId: null, reports: 1 },
      id: `chunk-${toRevision}-${name}`,
      priority: 10,
    });
    const add = (to: string, ...names: string[]) =>
      house.producer.addBatch(
        names.map((name) => part(name, to)),
        { queue: 'end-matching', payload: batch(to), id: `end-${to}` },
      );
    const gate = closedGate();
    works.set('held', () => gate.opened);
    works.set('failing-once', ({ attempt }) => {
      if (attempt < 2) throw new Error('connection reset');
    });
    await add('7', 'held', 'failing-once', 'other');
    await until(() => runsOf('held') === 1);
    await add('7', 'held', 'failing-once', 'other');
    expect(runsOf('end 7')).toBe(0);
    gate.open();
    await until(() => runsOf('end 7') === 1);
    expect(runsOf('held')).toBe(1);
    expect(runsOf('other')).toBe(1);
    expect(runsOf('failing-once')).toBe(2);
  });

  it('refuses an id that could not be stored', async () => {
    const adding = house.producer.add('match-report', payload('x'), { id: 'report:x' });
    await expect(adding).rejects.toMatchObject({ code: 'invalid-job-id' });
  });

  it('tries again after a passing error', async () => {
    const attempts: number[] = [];
    works.set('passing', ({ attempt }) => {
      attempts.push(attempt);
      if (attempt < 2) throw new Error('connection reset');
    });
    await add('passing');
    await until(async () => attempts.length === 2);
    await until(async () => (await house.producer.pendingCount('match-report')) === 0);
    expect(attempts).toEqual([1, 2]);
    expect(await failureOf('passing')).toBeUndefined();
  });

  it('gives up at once on a permanent error and tells only what we wrote', async () => {
    works.set('refused', () => {
      throw new Refused('The report was refused.', { cause: new Error('Zayd Placeholder') });
    });
    await add('refused');
    await until(async () => (await failureOf('refused')) !== undefined);
    expect(await failureOf('refused')).toMatchObject({
      queue: 'match-report',
      payload: payload('refused'),
      attempts: 1,
      failedCode: 'refused',
      failedMessage: 'The report was refused.',
      permanent: true,
    });
    expect(await add('refused')).toBe('given-up');
    await house.producer.retryFailedUnlessPermanent('match-report');
    expect(runsOf('refused')).toBe(1);
    expect((await house.producer.counts())['match-report'].failed).toBe(1);
  });

  it('does a failed job again when a person asks for it', async () => {
    works.set('mended', ({ attempt }) => {
      if (runsOf('mended') === 1) throw new Refused('Not yet.');
      expect(attempt).toBe(1);
    });
    await add('mended');
    await until(async () => (await failureOf('mended')) !== undefined);
    await house.producer.retryFailed('match-report', idOf('mended'));
    await until(() => runsOf('mended') === 2);
    await until(async () => (await house.producer.pendingCount('match-report')) === 0);
    const again = house.producer.retryFailed('match-report', idOf('mended'));
    await expect(again).rejects.toMatchObject({ code: 'job-not-found' });
  });

  it('runs the job under the correlation id of the request', async () => {
    const seen: (string | undefined)[] = [];
    works.set('followed', () => void seen.push(currentCorrelation()));
    await withCorrelation('request-0001', () => add('followed'));
    await until(() => seen.length === 1);
    expect(seen).toEqual(['request-0001']);
  });

  it('tells how far a job has come', async () => {
    const gate = closedGate();
    works.set('halfway', async ({ progress }) => {
      await progress(0.5);
      await gate.opened;
    });
    await add('halfway');
    const reached = () => house.producer.progressOf('match-report', idOf('halfway'));
    await until(async () => (await reached()) === 0.5);
    gate.open();
    await until(async () => (await reached()) === undefined);
  });
}
