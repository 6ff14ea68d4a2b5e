import { Injectable, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CodedError } from '@athar/diagnostics';
import { QUEUE_SCHEMA } from '@athar/persistence';
import {
  JobProducer,
  Processes,
  QUEUES,
  QueueModule,
  QueueWorkersModule,
  type QueueName,
} from '@athar/queue';
import { bytesOf, standard, startRegistry, type RegistryApp } from '../support/registry-app.js';

let app: RegistryApp;

beforeAll(async () => {
  app = await startRegistry();
});
afterAll(() => app?.stop());

class Refused extends CodedError {
  readonly code = 'refused';
  readonly kind = 'conflict';
}

/** A handler that no job of its queue ever passes. */
function refusing(queue: QueueName): Type {
  @Injectable()
  @Processes(queue)
  class Refusing {
    handle(): Promise<void> {
      return Promise.reject(new Refused('This job cannot be done.'));
    }
  }
  return Refusing;
}

async function startRefusingWorker() {
  const connectionString = app.database.urls.queue;
  @Module({
    imports: [
      QueueModule.forRoot({ kind: 'postgres', connectionString, schema: QUEUE_SCHEMA }),
      QueueWorkersModule.forRoot({ sweepEverySeconds: 60 }),
    ],
    providers: QUEUES.map(refusing),
  })
  class RefusingWorker {}
  return NestFactory.createApplicationContext(RefusingWorker, {
    logger: false,
    abortOnError: false,
  });
}

/** Runs the jobs of imports, none of which can be done, until what is waited for is so. */
async function failJobs(worked: () => Promise<boolean>): Promise<void> {
  const worker = await startRefusingWorker();
  while (!(await worked())) await new Promise((go) => setTimeout(go, 20));
  await worker.close();
  await app.ask(`UPDATE athar.imports SET heartbeat_at = now() - interval '1 hour'`);
}

const jobs = () => app.context.get(JobProducer);
const failedJobs = async () => (await jobs().counts())['apply-import'].failed;

it('ends an import whose rows cannot be applied as failed, and keeps none of them', async () => {
  const steward = await app.member('steward');
  const { id: collectionId } = await app.collection(steward);
  const bytes = bytesOf('id,given_name\nn1,Amrun');
  const { id, state } = await app.imports.receive(steward, { ...standard, collectionId }, bytes);
  expect(state).toBe('applying');
  await failJobs(async () => (await failedJobs()) === 1);
  expect(await app.imports.sweep()).toEqual({ requeued: 0, failed: 1 });
  const ended = await app.imports.read(steward, id);
  expect(ended).toMatchObject({ state: 'failed', failureCode: 'apply-given-up' });
  expect(await app.ask('SELECT 1 FROM athar.import_rows')).toEqual([]);
  expect(await app.imports.sweep()).toEqual({ requeued: 0, failed: 0 });
});

it('lets an import whose undoing was given up be undone again, with its job revived', async () => {
  const steward = await app.member('steward');
  const { id: collectionId } = await app.collection(steward);
  const text = 'id,given_name\nn1,Amrun\nn2,Tasim';
  const { id } = await app.bring(steward, collectionId, text);
  const before = await failedJobs();
  expect((await app.imports.undo(steward, id)).state).toBe('undoing');
  await failJobs(async () => (await failedJobs()) === before + 1);
  expect(await app.imports.sweep()).toEqual({ requeued: 0, failed: 1 });
  const ended = await app.imports.read(steward, id);
  expect(ended).toMatchObject({ state: 'failed', failureCode: 'undo-given-up' });

  const again = await app.imports.undo(steward, id);
  expect(again).toMatchObject({ state: 'undoing', failureCode: null });
  expect(await failedJobs()).toBe(before);
  await app.imports.apply(steward.organisationId, id);
  const undone = await app.imports.read(steward, id);
  expect(undone).toMatchObject({ state: 'undone', counts: { added: 2, undone: 2 } });
});
