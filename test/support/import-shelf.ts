import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createOrganisation, type Actor } from '@athar/access';
import { ConfigModule, parseEnvironment, toConfig } from '@athar/config';
import { CodedError } from '@athar/diagnostics';
import {
  Imports,
  ImportTargets,
  ImportsModule,
  type ChunkOutcome,
  type GoodRow,
  type ImportScope,
  type ImportTarget,
  type NewImport,
  type PreviewedRow,
  type RowProblems,
  type StagedRow,
  type TargetRow,
} from '@athar/imports';
import { PersistenceModule, QUEUE_SCHEMA, ensureDataKey, withOwner } from '@athar/persistence';
import { QueueModule } from '@athar/queue';
import { startDatabase, type TestDatabase } from './database.js';
import { bytesOf } from './registry-app.js';

class InUse extends CodedError {
  readonly code = 'in-use';
  readonly kind = 'conflict';
}

/** A shelf of words in memory: the least that files can be brought into. */
@Injectable()
export class Shelf implements ImportTarget<{ word: string }>, OnModuleInit {
  readonly kind = 'reports';
  readonly sealedFor = 'organisation';
  readonly roles = { bring: ['caseworker'], read: ['caseworker'] } as const;
  readonly vocabulary = { columns: ['word', 'shelf'], words: {}, ambiguous: [] };
  readonly identityColumn = 'word';
  readonly reasons = { loud: { ar: 'عالٍ', en: 'Too loud.' } };
  readonly words = new Map<string, string>();
  readonly settledWith: unknown[] = [];
  inUse = false;

  readonly undo = {
    requirePossible: () =>
      this.inUse ? Promise.reject(new InUse('The words are in use.')) : Promise.resolve(),
    undoChunk: (_: unknown, { importId }: ImportScope, size: number) => {
      const mine = [...this.words].filter(([, by]) => by === importId).slice(0, size);
      for (const [word] of mine) this.words.delete(word);
      return Promise.resolve({ undone: mine.length });
    },
    stayed: () => Promise.resolve([]),
  };

  constructor(private readonly targets: ImportTargets) {}

  onModuleInit(): void {
    this.targets.add(this);
  }

  requireAllowed(): Promise<void> {
    return Promise.resolve();
  }

  checkColumns(): void {
    return;
  }

  readRow(row: TargetRow): GoodRow<{ word: string }> {
    const word = row.get('word')?.text ?? '';
    const group = row.get('shelf')?.text;
    return { identity: word, document: { word }, ...(group === undefined ? {} : { group }) };
  }

  digestPurposes() {
    return { identity: 'word-identity', group: 'word-group', content: 'word-content' };
  }

  /** One word a shelf, also where the other came in an earlier batch. */
  async checkBatch(
    _: unknown,
    __: ImportScope,
    rows: readonly StagedRow<{ word: string }>[],
    earlier: (groups: readonly Buffer[]) => Promise<StagedRow<{ word: string }>[]>,
  ): Promise<RowProblems[]> {
    const groups = rows.flatMap((row) => row.group ?? []);
    const taken = new Set((await earlier(groups)).map((row) => row.group?.toString('hex')));
    return rows
      .filter((row) => row.group !== null && taken.has(row.group.toString('hex')))
      .map((row) => ({ number: row.number, problems: [problem('shelf', 'shelf-taken')] }));
  }

  preview(_: unknown, __: ImportScope, rows: readonly StagedRow<{ word: string }>[]) {
    return Promise.resolve(
      rows.map(({ number }): PreviewedRow => {
        return { number, outcome: 'added', fields: [] };
      }),
    );
  }

  applyChunk(
    _: unknown,
    { importId }: ImportScope,
    rows: readonly StagedRow<{ word: string }>[],
  ): Promise<ChunkOutcome> {
    const loud = rows.filter((row) => row.document.word.startsWith('LOUD'));
    const quiet = rows.filter((row) => !loud.includes(row));
    for (const { document } of quiet) this.words.set(document.word, importId);
    const problems = loud.map(({ number }) => ({ number, problems: [problem('word', 'loud')] }));
    return Promise.resolve({ added: quiet.length, changed: 0, unchanged: 0, problems });
  }

  settled(scope: { importId: string }): Promise<void> {
    this.settledWith.push(scope.importId);
    return Promise.resolve();
  }
}

const problem = (field: string, code: string) => ({
  ...{ field, code },
  expected: 'something else',
  fix: 'Change it.',
});

/** What is asked for if nothing else is wanted. */
export const asked = { kind: 'reports', mode: 'keep_good', dryRun: false, format: 'csv' } as const;

/** A file of so many words. */
export const words = (count: number) =>
  `word\n${Array.from({ length: count }, (_, n) => `w${n}\n`).join('')}`;

/** The import machine with a shelf to bring files into, on a database of its own. */
export async function startShelf() {
  const database = await startDatabase();
  @Module({
    imports: [
      ConfigModule.forRoot(toConfig(parseEnvironment({}))),
      PersistenceModule.forRoot({
        appUrl: database.urls.app,
        matcherUrl: database.urls.matcher,
        masterKey: database.masterKey,
      }),
      QueueModule.forRoot({
        kind: 'postgres',
        connectionString: database.urls.queue,
        schema: QUEUE_SCHEMA,
      }),
      ImportsModule,
    ],
    providers: [Shelf],
  })
  class App {}
  const app = await NestFactory.createApplicationContext(App, {
    logger: false,
    abortOnError: false,
  });
  const [imports, shelf] = [app.get(Imports), app.get(Shelf)];
  const caseworker = await newCaseworker(database);
  return {
    app,
    database,
    imports,
    shelf,
    caseworker,
    receive: (text: string, more: Partial<NewImport> = {}) =>
      imports.receive(caseworker, { ...asked, ...more }, bytesOf(text)),
    apply: (id: string) => imports.apply(caseworker.organisationId, id),
    stop: async () => {
      await app.close();
      await database.stop();
    },
  };
}

export type ShelfApp = Awaited<ReturnType<typeof startShelf>>;

function newCaseworker(database: TestDatabase): Promise<Actor> {
  return withOwner(database.urls.owner, async (manager) => {
    const roles = ['caseworker'] as const;
    const created = await createOrganisation(manager, {
      name: 'Organisation',
      phone: '+000 000 000',
      members: [{ label: 'member', roles: [...roles] }],
    });
    await ensureDataKey(manager, database.masterKey, created.id);
    const memberId = created.members[0]?.id ?? '';
    return { memberId, organisationId: created.id, label: 'member', roles };
  });
}
