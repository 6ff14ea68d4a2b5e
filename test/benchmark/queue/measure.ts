import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ReportDocument } from '@athar/cases';
import type { CandidatesApp, Office } from '../../support/candidates-app.js';
import { forget, type Filled } from './fill.js';
import { secondsOf, secondsOfFamily } from './processor-time.js';
import type { QueuePlace } from './queue-place.js';
import type { WorkerOrder } from './worker-process.js';

/** What one batch took. */
export interface Measured {
  /** From the import's job to the last report. */
  seconds: number;
  workerSeconds: number;
  databaseSeconds: number;
  /** Most that a worker process held. */
  megabytes: number;
  pairs: number;
  /** Of a report that comes when the workers have just started, before the batch. */
  cold: Wait;
  /** Of each new report, entered meanwhile. */
  waits: readonly Wait[];
}

/** Milliseconds from a new report to its candidates: the first ones, and those of the whole registry. */
export interface Wait {
  first: number;
  all: number;
}

const EVERY_MS = 1500;

/** Matches the entries of an import with all open reports, by so many worker processes. */
export async function measure(
  app: CandidatesApp,
  place: QueuePlace,
  filled: Filled,
  { workers, environment }: { workers: number; environment: Record<string, string> },
): Promise<Measured> {
  await forget(app);
  const folder = await mkdtemp(join(tmpdir(), 'athar-benchmark-'));
  const order = orderOf(app, place, { ATHAR_DATA: folder, ...environment });
  const children = await Promise.all(Array.from({ length: workers }, () => startWorker(order)));
  try {
    const server = await postmaster(app);
    // As in a house that runs when an import comes: single reports have been matched, chunks have not.
    const cold = await matchFirst(app, place, filled);
    const before = { workers: total(children), server: secondsOfFamily(server), at: Date.now() };
    await begin(place, filled);
    const waits = await untilMatched(app, place, filled);
    const [pairs] = await app.ask<{ n: number }>('SELECT count(*)::int AS n FROM candidates');
    return {
      seconds: (Date.now() - before.at) / 1000,
      workerSeconds: total(children) - before.workers,
      databaseSeconds: secondsOfFamily(server) - before.server,
      megabytes: Math.max(...children.map(peakOf)),
      pairs: pairs?.n ?? 0,
      cold,
      waits,
    };
  } finally {
    await Promise.all(children.map(end));
    await rm(folder, { recursive: true, force: true });
  }
}

async function begin({ jobs }: QueuePlace, { revisions }: Filled): Promise<void> {
  const { from: fromRevision, to: toRevision } = revisions;
  const payload = { fromRevision, toRevision };
  await jobs.add('match-entries', payload, { id: `entries-${fromRevision}-${toRevision}` });
}

async function matchFirst(
  app: CandidatesApp,
  place: QueuePlace,
  { offices, late, revisions }: Filled,
): Promise<Wait> {
  const waits = new Waits();
  waits.add(await enter(app, place, offices[0], late[0]));
  for (;;) {
    await waits.look(app, revisions.to);
    const [wait] = waits.all;
    if (wait) return wait;
    await pause(20);
  }
}

/** Enters a report every so often until the batch is through. */
async function untilMatched(
  app: CandidatesApp,
  place: QueuePlace,
  { offices, late, revisions }: Filled,
): Promise<readonly Wait[]> {
  const waits = new Waits();
  for (let n = 1; ; n += 1) {
    const turn = Date.now();
    const [row] = await app.ask<{ left: number }>(
      `SELECT count(*)::int AS left FROM reports
       WHERE state = 'open' AND matched_registry_revision < $1`,
      [revisions.to],
    );
    if (row?.left === 0 && waits.left === 0) return waits.all;
    if (row?.left !== 0 && n < late.length) {
      waits.add(await enter(app, place, offices[n % offices.length], late[n]));
    }
    while (Date.now() - turn < EVERY_MS) {
      await waits.look(app, revisions.to);
      await pause(20);
    }
  }
}

async function enter(
  app: CandidatesApp,
  { jobs }: QueuePlace,
  office: Office | undefined,
  document: ReportDocument | undefined,
): Promise<string> {
  if (!office || !document) throw new Error('There has to be an organisation, and a report left.');
  const { organisationId, reportId } = await app.report(office.caseworker, document.person);
  const payload = { organisationId, reportId, revision: 1 };
  await jobs.add('match-report', payload, { id: `report-${reportId}-r1-g0` });
  return reportId;
}

/** Follows new reports until all of them have their candidates. */
class Waits {
  private readonly asked = new Map<string, number>();
  private readonly first = new Map<string, number>();
  private readonly done: Wait[] = [];

  add(reportId: string): void {
    this.asked.set(reportId, performance.now());
  }

  async look(app: CandidatesApp, revision: string): Promise<void> {
    const rows = await app.ask<{ id: string; matched: boolean; all: boolean }>(
      `SELECT id, matched_revision = match_revision AS matched, matched_registry_revision >= $2 AS all
       FROM reports WHERE id = ANY($1)`,
      [[...this.asked.keys()], revision],
    );
    for (const { id, matched, all } of rows) {
      const after = performance.now() - (this.asked.get(id) ?? 0);
      if (!matched) continue;
      const first = this.first.get(id) ?? after;
      this.first.set(id, first);
      if (!all) continue;
      this.asked.delete(id);
      this.done.push({ first, all: after });
    }
  }

  get all(): readonly Wait[] {
    return this.done;
  }

  get left(): number {
    return this.asked.size;
  }
}

function orderOf(
  { database }: CandidatesApp,
  place: QueuePlace,
  environment: Record<string, string>,
): WorkerOrder {
  return {
    environment,
    appUrl: database.urls.app,
    matcherUrl: database.urls.matcher,
    masterKey: database.masterKey.bytes.toString('base64'),
    queue: place.options,
  };
}

async function startWorker(order: WorkerOrder): Promise<ChildProcess> {
  const child = fork(new URL('./worker-process.js', import.meta.url));
  child.send(order);
  await once(child, 'message');
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function postmaster(app: CandidatesApp): Promise<number> {
  const [row] = await app.ask<{ file: string }>(`SELECT pg_read_file('postmaster.pid') AS file`);
  return Number(row?.file.split('\n')[0]);
}

function total(children: readonly ChildProcess[]): number {
  return children.reduce((sum, { pid }) => sum + secondsOf(pid), 0);
}

function peakOf({ pid }: ChildProcess): number {
  try {
    const [, kilobytes = '0'] =
      /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return NaN;
  }
}
