import { Injectable, Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
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
import type { Place } from './queue-places.js';

export type Work = (context: JobContext) => Promise<void> | void;

/** What the handler of `match-report` does in the test at hand, by report. */
export const works = new Map<string, Work>();
/** Reports whose handler was called, in the order of the calls. */
export const runs: string[] = [];
/** How often the queue was swept. */
export const swept = { times: 0 };

@Injectable()
@Processes('match-report')
class MatchReport implements JobHandler<'match-report'> {
  async handle({ reportId }: JobPayloads['match-report'], context: JobContext): Promise<void> {
    runs.push(reportId);
    await works.get(reportId)?.(context);
  }
}

@Injectable()
@Processes('compare-report')
class CompareReport implements JobHandler<'compare-report'> {
  async handle(): Promise<void> {}
}

@Injectable()
@Processes('match-entries')
class MatchEntries implements JobHandler<'match-entries'> {
  async handle(): Promise<void> {}
}

@Injectable()
@Processes('match-chunk')
class MatchChunk implements JobHandler<'match-chunk'> {
  async handle({ afterReportId }: JobPayloads['match-chunk'], context: JobContext): Promise<void> {
    const name = afterReportId ?? 'first chunk';
    runs.push(name);
    await works.get(name)?.(context);
  }
}

@Injectable()
@Processes('end-matching')
class EndMatching implements JobHandler<'end-matching'> {
  async handle({ toRevision }: JobPayloads['end-matching']): Promise<void> {
    runs.push(`end ${toRevision}`);
  }
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
export class Sweep implements JobHandler<'sweep'> {
  async handle(): Promise<void> {
    swept.times += 1;
  }
}

export const handlers: Type[] = [
  MatchReport,
  CompareReport,
  MatchEntries,
  MatchChunk,
  EndMatching,
  PairEntries,
  ApplyImport,
  SendMessage,
  Sweep,
];

export async function start(module: Type): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
}

export function workerApp(options: QueueOptions, providers: Type[] = handlers): Type {
  @Module({
    imports: [QueueModule.forRoot(options), QueueWorkersModule.forRoot({ sweepEverySeconds: 1 })],
    providers,
  })
  class WorkerApp {}
  return WorkerApp;
}

export function producerApp(options: QueueOptions): Type {
  @Module({ imports: [QueueModule.forRoot(options)] })
  class ProducerApp {}
  return ProducerApp;
}

/** Holds a handler until the test lets it go on, whichever of the two comes first. */
export function closedGate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

export async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, 25));
}

export const payload = (reportId: string) => ({ organisationId: 'org-1', reportId, revision: 1 });
export const idOf = (reportId: string) => `report-${reportId}-r1-g1`;
export const runsOf = (reportId: string) => runs.filter((run) => run === reportId).length;

/** A worker on a queue of its own, for the tests of one place. */
export interface QueueHouse {
  place: Place;
  worker: INestApplicationContext;
  producer: JobProducer;
  /** Starts a worker in place of one that ended. */
  restart(): Promise<void>;
}

/** Starts the house before the tests at hand and stops it behind them. */
export function queueHouse(open: () => Promise<Place>): QueueHouse {
  const house = {
    restart: async () => {
      house.worker = await start(workerApp(house.place.options));
      house.producer = house.worker.get(JobProducer);
    },
  } as QueueHouse;

  beforeAll(async () => {
    works.clear();
    runs.length = 0;
    swept.times = 0;
    house.place = await open();
    await house.restart();
  });

  afterAll(async () => {
    await house.worker?.close();
    await house.place?.stop();
  });

  return house;
}
