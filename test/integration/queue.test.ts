import { Injectable, Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CodedError, currentCorrelation, withCorrelation } from '@athar/diagnostics';
import {
  JobProducer,
  Processes,
  QueueModule,
  QueueWorkersModule,
  type JobContext,
  type JobHandler,
  type JobPayloads,
  type QueueOptions,
} from '@athar/queue';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { postgresPlace, redisPlace, type Place } from '../support/queue-places.js';
import { describeWithRedis } from '../support/servers.js';

type Work = (context: JobContext) => Promise<void> | void;

/** What the handler of `match-report` does in the test at hand, by report. */
const works = new Map<string, Work>();
const runs: string[] = [];
let sweeps = 0;

@Injectable()
@Processes('match-report')
class MatchReport implements JobHandler<'match-report'> {
  async handle({ reportId }: JobPayloads['match-report'], context: JobContext): Promise<void> {
    runs.push(reportId);
    await works.get(reportId)?.(context);
  }
}

@Injectable()
@Processes('match-entries')
class MatchEntries implements JobHandler<'match-entries'> {
  async handle(): Promise<void> {}
}

@Injectable()
@Processes('pair-entries')
class PairEntries implements JobHandler<'pair-entries'> {
  async handle(): Promise<void> {}
}

@Injectable()
@Processes('apply-import')
class ApplyImport implements JobHandler<'apply-import'> {
  async handle(): Promise<void> {}
}

@Injectable()
@Processes('send-message')
class SendMessage implements JobHandler<'send-message'> {
  async handle(): Promise<void> {}
}

@Injectable()
@Processes('sweep')
class Sweep implements JobHandler<'sweep'> {
  async handle(): Promise<void> {
    sweeps += 1;
  }
}

const handlers: Type[] = [MatchReport, MatchEntries, PairEntries, ApplyImport, SendMessage, Sweep];

class Refused extends CodedError {
  readonly code = 'refused';
  readonly kind = 'conflict';
}

async function start(module: Type): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
}

function workerApp(options: QueueOptions, providers: Type[] = handlers): Type {
  @Module({
    imports: [QueueModule.forRoot(options), QueueWorkersModule.forRoot({ sweepEverySeconds: 1 })],
    providers,
  })
  class WorkerApp {}
  return WorkerApp;
}

function producerApp(options: QueueOptions): Type {
  @Module({ imports: [QueueModule.forRoot(options)] })
  class ProducerApp {}
  return ProducerApp;
}

/** Holds a handler until the test lets it go on, whichever of the two comes first. */
function closedGate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, 25));
}

const payload = (reportId: string) => ({ organisationId: 'org-1', reportId, revision: 1 });
const idOf = (reportId: string) => `report-${reportId}-r1-g1`;
const runsOf = (reportId: string) => runs.filter((run) => run === reportId).length;

describe('the queue on PostgreSQL', () => testQueue(postgresPlace));
describeWithRedis('the queue on Redis', () => testQueue(redisPlace));

function testQueue(open: () => Promise<Place>): void {
  let place: Place;
  let worker: INestApplicationContext;
  let producer: JobProducer;

  beforeAll(async () => {
    works.clear();
    runs.length = 0;
    sweeps = 0;
    place = await open();
    worker = await start(workerApp(place.options));
    producer = worker.get(JobProducer);
  });

  afterAll(async () => {
    await worker?.close();
    await place?.stop();
  });

  function on(what: string, test: (place: Place) => Promise<void>): void {
    it(what, async () => {
      await test(place);
    });
  }

  const add = (reportId: string) =>
    producer.add('match-report', payload(reportId), { id: idOf(reportId) });
  const failureOf = async (reportId: string) =>
    (await producer.listFailed({ queue: 'match-report', limit: 50 })).find(
      ({ id }) => id === idOf(reportId),
    );

  on('does a job once, however often it is queued while it is there', async () => {
    const gate = closedGate();
    works.set('twice', () => gate.opened);
    await add('twice');
    await until(() => runsOf('twice') === 1);
    expect(await add('twice')).toBe('queued');
    expect(await producer.pendingCount('match-report')).toBe(1);
    gate.open();
    await until(async () => (await producer.pendingCount('match-report')) === 0);
    expect(runsOf('twice')).toBe(1);
  });

  on('refuses an id that could not be stored', async () => {
    const adding = producer.add('match-report', payload('x'), { id: 'report:x' });
    await expect(adding).rejects.toMatchObject({ code: 'invalid-job-id' });
  });

  on('tries again after a passing error', async () => {
    const attempts: number[] = [];
    works.set('passing', ({ attempt }) => {
      attempts.push(attempt);
      if (attempt < 2) throw new Error('connection reset');
    });
    await add('passing');
    await until(async () => attempts.length === 2);
    await until(async () => (await producer.pendingCount('match-report')) === 0);
    expect(attempts).toEqual([1, 2]);
    expect(await failureOf('passing')).toBeUndefined();
  });

  on('gives up at once on a permanent error and tells only what we wrote', async () => {
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
    await producer.retryFailedUnlessPermanent('match-report');
    expect(runsOf('refused')).toBe(1);
    expect((await producer.counts())['match-report'].failed).toBe(1);
  });

  on('does a failed job again when a person asks for it', async () => {
    works.set('mended', ({ attempt }) => {
      if (runsOf('mended') === 1) throw new Refused('Not yet.');
      expect(attempt).toBe(1);
    });
    await add('mended');
    await until(async () => (await failureOf('mended')) !== undefined);
    await producer.retryFailed('match-report', idOf('mended'));
    await until(() => runsOf('mended') === 2);
    await until(async () => (await producer.pendingCount('match-report')) === 0);
    const again = producer.retryFailed('match-report', idOf('mended'));
    await expect(again).rejects.toMatchObject({ code: 'job-not-found' });
  });

  on('runs the job under the correlation id of the request', async () => {
    const seen: (string | undefined)[] = [];
    works.set('followed', () => void seen.push(currentCorrelation()));
    await withCorrelation('request-0001', () => add('followed'));
    await until(() => seen.length === 1);
    expect(seen).toEqual(['request-0001']);
  });

  on('tells how far a job has come', async () => {
    const gate = closedGate();
    works.set('halfway', async ({ progress }) => {
      await progress(0.5);
      await gate.opened;
    });
    await add('halfway');
    const reached = () => producer.progressOf('match-report', idOf('halfway'));
    await until(async () => (await reached()) === 0.5);
    gate.open();
    await until(async () => (await reached()) === undefined);
  });

  on('takes the more urgent job first', async ({ options }) => {
    const order: string[] = [];
    const idle = await start(producerApp(options));
    await worker.close();
    const waiting = idle.get(JobProducer);
    for (const [id, priority] of [
      ['later', 9],
      ['sooner', 2],
    ] as const) {
      works.set(id, () => void order.push(id));
      await waiting.add('match-report', payload(id), { id: idOf(id), priority });
    }
    expect((await waiting.counts())['match-report'].waiting).toBe(2);
    worker = await start(workerApp(options));
    producer = worker.get(JobProducer);
    await until(() => order.length === 2);
    expect(order).toEqual(['sooner', 'later']);
    await idle.close();
  });

  on('finishes the job at hand before it ends, and takes no other', async ({ options }) => {
    const gate = closedGate();
    let done = false;
    works.set('at-hand', async () => {
      await gate.opened;
      await producer.add('match-report', payload('next'), { id: idOf('next') });
      done = true;
    });
    await add('at-hand');
    await until(() => runsOf('at-hand') === 1);
    const closing = worker.close();
    setTimeout(gate.open, 200);
    await closing;
    expect(done).toBe(true);
    expect(runsOf('next')).toBe(0);
    worker = await start(workerApp(options));
    producer = worker.get(JobProducer);
    await until(() => runsOf('next') === 1);
    expect(runsOf('at-hand')).toBe(1);
  });

  on(
    'does not start without a handler for every queue, nor with two for one',
    async ({ options }) => {
      @Injectable()
      @Processes('sweep')
      class SecondSweep extends Sweep {}
      const without = start(workerApp(options, handlers.slice(1)));
      await expect(without).rejects.toMatchObject({ code: 'handler-missing' });
      const doubled = start(workerApp(options, [...handlers, SecondSweep]));
      await expect(doubled).rejects.toMatchObject({ code: 'handler-doubled' });
    },
  );

  on('sweeps on, also after the queue has lost all it held', async ({ lose }) => {
    await until(() => sweeps > 0);
    await lose();
    const before = sweeps;
    await until(() => sweeps > before + 1);
  });

  on('does the job of a killed worker again', async ({ options }) => {
    await worker.close();
    const script = fileURLToPath(new URL('../support/doomed-worker.mjs', import.meta.url));
    const doomed = spawn(process.execPath, [script, JSON.stringify(options)]);
    const idle = await start(producerApp(options));
    await idle.get(JobProducer).add('match-report', payload('orphan'), { id: idOf('orphan') });
    await once(doomed.stdout, 'data');
    doomed.kill('SIGKILL');
    worker = await start(workerApp(options));
    producer = worker.get(JobProducer);
    await until(() => runsOf('orphan') === 1);
    await idle.close();
  });
}

it('says that the queue is away rather than hang', async () => {
  const redis = start(producerApp({ kind: 'redis', url: 'redis://127.0.0.1:1' }));
  await expect(redis).rejects.toMatchObject({ code: 'queue-unavailable' });
  const connectionString = 'postgres://nobody:nothing@127.0.0.1:1/none';
  const postgres = start(producerApp({ kind: 'postgres', connectionString, schema: 'jobs' }));
  await expect(postgres).rejects.toMatchObject({ code: 'queue-unavailable' });
});
