/** What runs in a thread of {@link ChunkThread}: matching on connections and an index of its own. */
import { constants, getPriority, platform, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessModule } from '@athar/access';
import { Reports } from '@athar/cases';
import { CodedError, JsonLogger } from '@athar/diagnostics';
import { MasterKey, PersistenceModule } from '@athar/persistence';
import { Registry } from '@athar/registry';
import { PairMatcher } from '../pair-matcher.js';
import { PAIRS_ENTRIES, RegistryIndex } from '../registry-index.js';
import { ChunkMatching, type Chunk } from './chunk-matching.js';
import type { ChunkAnswer, ChunkThreadSetup } from './chunk-thread.js';

/** One each for what of a chunk is searched and what is written; reading the registry waits for one of them. */
const CONNECTIONS = 2;

@Module({})
class ChunkModule {
  static forRoot({ appUrl, matcherUrl, masterKey }: ChunkThreadSetup): DynamicModule {
    const key = new MasterKey(Buffer.from(masterKey));
    return {
      module: ChunkModule,
      imports: [
        PersistenceModule.forRoot({ appUrl, matcherUrl, masterKey: key, poolSize: CONNECTIONS }),
        AccessModule,
      ],
      providers: [
        { provide: PAIRS_ENTRIES, useValue: false },
        Reports,
        Registry,
        RegistryIndex,
        PairMatcher,
        ChunkMatching,
      ],
    };
  }
}

const { PRIORITY_BELOW_NORMAL: BEHIND } = constants.priority;
/**
 * Behind the process's own thread, where reports are that somebody waits for. Only Linux has this by thread; a process
 * that was started further behind may not come forward.
 */
if (platform() === 'linux' && getPriority() < BEHIND) setPriority(BEHIND);

const port = parentPort;
const setup = workerData as ChunkThreadSetup;
const logger = new JsonLogger(setup.logLevel, process.stdout);
const app = await NestFactory.createApplicationContext(ChunkModule.forRoot(setup), {
  logger,
  abortOnError: false,
});
const matching = app.get(ChunkMatching);

async function answer(chunk: Chunk): Promise<ChunkAnswer> {
  try {
    return { outcome: await matching.match(chunk) };
  } catch (error) {
    logger.warn({ message: 'A chunk failed', error }, 'candidates');
    if (!(error instanceof CodedError))
      return { failure: { code: 'unexpected-error', permanent: false } };
    return { failure: { code: error.code, permanent: error.permanent } };
  }
}

port?.on('message', (chunk: Chunk) => {
  void answer(chunk).then((message) => port.postMessage(message));
});
