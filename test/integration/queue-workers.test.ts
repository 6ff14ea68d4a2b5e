import { Injectable } from '@nestjs/common';
import { JobProducer, Processes } from '@athar/queue';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  Sweep,
  closedGate,
  handlers,
  idOf,
  payload,
  producerApp,
  queueHouse,
  runsOf,
  start,
  swept,
  until,
  workerApp,
  works,
} from '../support/queue-apps.js';
import { postgresPlace, redisPlace, type Place } from '../support/queue-places.js';
import { describeWithRedis } from '../support/servers.js';

describe('workers on PostgreSQL', () => testWorkers(postgresPlace));
describeWithRedis('workers on Redis', () => testWorkers(redisPlace));

function testWorkers(open: () => Promise<Place>): void {
  const house = queueHouse(open);
  const add = (reportId: string) =>
    house.producer.add('match-report', payload(reportId), { id: idOf(reportId) });

  it('takes the more urgent job first', async () => {
    const { options } = house.place;
    const order: string[] = [];
    const idle = await start(producerApp(options));
    await house.worker.close();
    const waiting = idle.get(JobProducer);
    for (const [id, priority] of [
      ['later', 9],
      ['sooner', 2],
    ] as const) {
      works.set(id, () => void order.push(id));
      await waiting.add('match-report', payload(id), { id: idOf(id), priority });
    }
    expect((await waiting.counts())['match-report'].waiting).toBe(2);
    await house.restart();
    await until(() => order.length === 2);
    expect(order).toEqual(['sooner', 'later']);
    await idle.close();
  });

  it('finishes the job at hand before it ends, and takes no other', async () => {
    const gate = closedGate();
    let done = false;
    works.set('at-hand', async () => {
      await gate.opened;
      await house.producer.add('match-report', payload('next'), { id: idOf('next') });
      done = true;
    });
    await add('at-hand');
    await until(() => runsOf('at-hand') === 1);
    const closing = house.worker.close();
    setTimeout(gate.open, 200);
    await closing;
    expect(done).toBe(true);
    expect(runsOf('next')).toBe(0);
    await house.restart();
    await until(() => runsOf('next') === 1);
    expect(runsOf('at-hand')).toBe(1);
  });

  it('does not start without a handler for every queue, nor with two for one', async () => {
    const { options } = house.place;
    @Injectable()
    @Processes('sweep')
    class SecondSweep extends Sweep {}
    const without = start(workerApp(options, handlers.slice(1)));
    await expect(without).rejects.toMatchObject({ code: 'handler-missing' });
    const doubled = start(workerApp(options, [...handlers, SecondSweep]));
    await expect(doubled).rejects.toMatchObject({ code: 'handler-doubled' });
  });

  it('sweeps on, also after the queue has lost all it held', async () => {
    await until(() => swept.times > 0);
    await house.place.lose();
    const before = swept.times;
    await until(() => swept.times > before + 1);
  });

  it('does the job of a killed worker again', async () => {
    const { options } = house.place;
    await house.worker.close();
    const script = fileURLToPath(new URL('../support/doomed-worker.mjs', import.meta.url));
    const doomed = spawn(process.execPath, [script, JSON.stringify(options)]);
    const idle = await start(producerApp(options));
    await idle.get(JobProducer).add('match-report', payload('orphan'), { id: idOf('orphan') });
    await once(doomed.stdout, 'data');
    doomed.kill('SIGKILL');
    await house.restart();
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
