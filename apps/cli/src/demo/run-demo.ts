import { Logger } from '@nestjs/common';
import type { ImportView } from '@athar/imports';
import type { CollectionView } from '@athar/registry';
import { PortInUse } from '../../../api/src/index.js';
import { loadConfig, type Config } from '@athar/config';
import { JsonLogger } from '@athar/diagnostics';
import { openStorage, type Storage } from '@athar/persistence';
import { exitCode, type ExitCode } from '../exit-code.js';
import { showProgress } from '../progress.js';
import { ensureFirstOrganisation, listSeats } from '../server/first-organisation.js';
import { startHouse, type House } from '../server/house.js';
import { stopped } from '../server/run-start.js';
import type { Session } from '../session.js';
import { candidateTable } from './candidate-table.js';
import { DemoClient } from './demo-client.js';
import { freshDemoFolder } from './demo-folder.js';
import { severalAtOnce } from './in-turn.js';
import { inventPopulation, type DemoPopulation } from './population.js';
import { countTruePairs, entryIdsBySource, rankedPairs, readPairs } from './results.js';
import { untilApplied, untilMatched } from './wait-for.js';

export interface DemoOptions {
  persons: number;
  registry: number;
  seed: number;
  /** How many candidates the table shows. */
  show: number;
  data: string;
  /** Ends after the table instead of leaving the service running. */
  exit?: boolean;
}

/** Everything the demonstration works with. */
interface Stage {
  options: DemoOptions;
  session: Session;
  storage: Storage;
  population: DemoPopulation;
  as: (label: string) => DemoClient;
}

/** Shows the whole main job on invented people, then leaves the service running. */
export async function runDemo(options: DemoOptions, session: Session): Promise<ExitCode> {
  const { signal, output } = session;
  const logger = new JsonLogger('warn');
  Logger.overrideLogger(logger);
  const config = demoConfig(options);
  await freshDemoFolder(options.data, signal);
  const storage = await openStorage(config, { signal, log: (line) => output.note(line) });
  let house: House | undefined;
  try {
    await ensureFirstOrganisation(storage.urls.owner ?? '', storage);
    house = await openHouse(config, storage, logger);
    const url = house.url ?? '';
    await play(await setStage(options, session, storage, url));
    if (!options.exit) {
      output.note(`The API page: ${url}/api/docs`);
      await sayMembers(storage, session);
      output.note('Ctrl-C ends it.');
      await stopped(signal);
    }
  } finally {
    await house?.close();
    await storage.stop();
  }
  return exitCode.done;
}

/** Always the embedded database with keys of its own, and never a mail to anybody. */
function demoConfig(options: DemoOptions): Config {
  const config = { ...loadConfig(), dataDirectory: options.data, production: false };
  delete config.database;
  delete config.masterKey;
  // Another house's Redis would mix its jobs with ours.
  delete config.redisUrl;
  return { ...config, mail: { from: config.mail.from } };
}

/** On the usual port, or on any where that is taken: a demonstration is no reason to stop another. */
async function openHouse(config: Config, storage: Storage, logger: JsonLogger): Promise<House> {
  try {
    return await startHouse(config, storage, logger, ['api', 'worker']);
  } catch (error) {
    if (!(error instanceof PortInUse)) throw error;
    const http = { ...config.http, port: 0 };
    return startHouse({ ...config, http }, storage, logger, ['api', 'worker']);
  }
}

async function setStage(
  options: DemoOptions,
  session: Session,
  storage: Storage,
  url: string,
): Promise<Stage> {
  const seats = new Map(
    (await listSeats(storage.urls.owner ?? '')).map((seat) => [seat.label, seat.id]),
  );
  return {
    options,
    session,
    storage,
    population: inventPopulation(options.persons, options.registry, options.seed),
    as: (label) => new DemoClient(url, seats.get(label) ?? '', session.signal),
  };
}

async function play(stage: Stage): Promise<void> {
  const { output } = stage.session;
  const imported = await importRegistry(stage);
  output.note(`${imported.counts.added} entries came into the registry.`);
  const reportIds = await enterReports(stage);
  output.note(`${reportIds.length} reports were entered.`);
  await untilMatched(stage.as('coordinator-1'), stage.session);
  await showCandidates(stage, reportIds);
}

async function importRegistry({ as, population, session }: Stage): Promise<ImportView> {
  const steward = as('steward-1');
  const collection = await steward.post<CollectionView>('/collections', {
    kind: 'photo_archive',
    title: 'Invented photo archive',
    custodian: 'Demonstration',
  });
  const path = `/collections/${collection.id}/imports?format=csv&mode=keep_good`;
  const begun = await steward.upload<ImportView>(path, 'text/csv', population.registryFile());
  return untilApplied(steward, begun, session);
}

async function enterReports({ as, population, session }: Stage): Promise<string[]> {
  const caseworker = as('caseworker-1');
  const progress = showProgress(session.output, 'Entering reports', population.reports.length);
  try {
    return await severalAtOnce(population.reports, 4, async (report) => {
      const { id } = await caseworker.post<{ id: string }>('/reports', report);
      progress.advance(1);
      return id;
    });
  } finally {
    progress.end();
  }
}

async function showCandidates(stage: Stage, reportIds: string[]): Promise<void> {
  const { output } = stage.session;
  const pairs = await rankedPairs(stage.storage.urls.owner ?? '');
  const best = await readPairs(stage.as('reviewer-1'), pairs.slice(0, stage.options.show));
  output.result(candidateTable(output.stdout, best));
  const entryIds = await entryIdsBySource(stage.as('steward-1'));
  const { total, first, firstFive } = countTruePairs(stage.population, reportIds, entryIds, pairs);
  output.result(
    `${pairs.length} pairs wait for two reviewers each; nothing is decided by a score.\n` +
      `Of ${total} reported persons who are in the registry, ${first} stand first among the ` +
      `candidates of their report, ${firstFive} in the first five.`,
  );
}

async function sayMembers(storage: Storage, { output }: Session): Promise<void> {
  output.note('Members who can act (header X-Athar-Member):');
  for (const seat of await listSeats(storage.urls.owner ?? '')) {
    output.note(`  ${seat.id}  ${seat.label}`);
  }
}
