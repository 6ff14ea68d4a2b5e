import {
  Injectable,
  Module,
  type INestApplicationContext,
  type OnModuleInit,
} from '@nestjs/common';
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
  type PreviewedRow,
  type RowProblems,
  type StagedRow,
  type TargetRow,
} from '@athar/imports';
import { PersistenceModule, QUEUE_SCHEMA, ensureDataKey, withOwner } from '@athar/persistence';
import { QueueModule } from '@athar/queue';
import { startDatabase, type TestDatabase } from '../support/database.js';
import { bytesOf } from '../support/registry-app.js';

class InUse extends CodedError {
  readonly code = 'in-use';
  readonly kind = 'conflict';
}

/** A shelf of words in memory: the least that files can be brought into. */
@Injectable()
class Shelf implements ImportTarget<{ word: string }>, OnModuleInit {
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

let database: TestDatabase;
let app: INestApplicationContext;
let imports: Imports;
let shelf: Shelf;
let caseworker: Actor;

beforeAll(async () => {
  database = await startDatabase();
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
  app = await NestFactory.createApplicationContext(App, { logger: false, abortOnError: false });
  [imports, shelf] = [app.get(Imports), app.get(Shelf)];
  caseworker = await newCaseworker();
});
afterAll(async () => {
  await app?.close();
  await database?.stop();
});
beforeEach(() => {
  shelf.words.clear();
  shelf.inUse = false;
});

function newCaseworker(): Promise<Actor> {
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

const asked = { kind: 'reports', mode: 'keep_good', dryRun: false, format: 'csv' } as const;
const words = (count: number) =>
  `word\n${Array.from({ length: count }, (_, n) => `w${n}\n`).join('')}`;
const receive = (text: string, more = {}) =>
  imports.receive(caseworker, { ...asked, ...more }, bytesOf(text));
async function* brokenAfter(text: string): AsyncGenerator<Uint8Array> {
  yield* bytesOf(text);
  throw new Error('The line went dead.');
}
const apply = (id: string) => imports.apply(caseworker.organisationId, id);

describe('an import of any kind', () => {
  it('knows at reception what only earlier rows tell, in dry runs too', async () => {
    const rows = Array.from({ length: 600 }, (_, n) => `w${n},${n % 599}\n`).join('');
    const dry = await receive(`word,shelf\n${rows}`, { dryRun: true });
    expect(dry.counts).toMatchObject({ rows: 600, bad: 1, added: 599 });
    const refused = await receive(`word,shelf\n${rows}`, { mode: 'all_or_nothing' });
    expect(refused.state).toBe('refused');
    const { items } = await imports.errors(caseworker, refused.id);
    expect(items).toMatchObject([{ row: 601, column: 'shelf', code: 'shelf-taken' }]);
  });

  it('keeps rows that turn out bad while they are applied, to be given back', async () => {
    const { id } = await receive('word\nquiet\nLOUD one\n');
    await apply(id);
    const view = await imports.read(caseworker, id);
    expect(view).toMatchObject({ state: 'applied', counts: { rows: 2, bad: 1, added: 1 } });
    expect(view.progress).toEqual({ received: 2, applied: 1, share: 1 });
    const rows = [];
    for await (const row of (await imports.badRows(caseworker, id, 'en')).rows) rows.push(row);
    expect(rows).toEqual([{ word: 'LOUD one', 'Why the row was refused': '"word": Too loud.' }]);
  });

  it('is undone by chunks, once, and the target hears of the end', async () => {
    const { id } = await receive(words(1200));
    await apply(id);
    expect(shelf.words.size).toBe(1200);
    shelf.inUse = true;
    await expect(imports.undo(caseworker, id)).rejects.toMatchObject({ code: 'in-use' });
    shelf.inUse = false;
    expect((await imports.undo(caseworker, id)).state).toBe('undoing');
    await apply(id);
    expect(await imports.read(caseworker, id)).toMatchObject({
      state: 'undone',
      counts: { added: 1200, undone: 1200 },
    });
    expect(shelf.words.size).toBe(0);
    expect(shelf.settledWith.filter((settled) => settled === id)).toHaveLength(2);
    expect((await imports.undo(caseworker, id)).state).toBe('undone');
  });

  it('that is cancelled while it is applied takes back what came in, where it may', async () => {
    for (const inUse of [false, true]) {
      shelf.words.clear();
      shelf.inUse = inUse;
      const { id } = await receive(words(1200));
      let asking = true;
      const cancelOnce = async () => {
        if (asking) await imports.cancel(caseworker, id);
        asking = false;
      };
      await imports.apply(caseworker.organisationId, id, cancelOnce);
      expect(await imports.read(caseworker, id)).toMatchObject({
        state: 'cancelled',
        counts: { added: 500, undone: inUse ? 0 : 500 },
      });
      expect(shelf.words.size).toBe(inUse ? 500 : 0);
    }
  });
});

describe('bad rows', () => {
  const badRowsOf = async (id: string) => {
    const rows = [];
    for await (const row of (await imports.badRows(caseworker, id, 'en')).rows) rows.push(row);
    return rows;
  };
  const ended = (id: string, ago: string) =>
    withOwner(database.urls.owner, (manager) =>
      manager.query('UPDATE imports SET finished_at = now() - $2::interval WHERE id = $1', [
        id,
        ago,
      ]),
    );

  it('are kept for a month after the end of their import, and what was wrong beyond', async () => {
    const { id } = await receive('word\nquiet\nLOUD one\n');
    expect((await imports.read(caseworker, id)).badRowsUntil).toBeNull();
    await apply(id);
    await ended(id, '29 days');
    await imports.sweep();
    expect(await badRowsOf(id)).toHaveLength(1);
    await ended(id, '31 days');
    await imports.sweep();
    expect(await badRowsOf(id)).toEqual([]);
    expect((await imports.errors(caseworker, id)).items).toHaveLength(1);
    const { badRowsUntil, finishedAt } = await imports.read(caseworker, id);
    const days = (Date.parse(badRowsUntil ?? '') - Date.parse(finishedAt ?? '')) / 86_400_000;
    expect(days).toBe(30);
  });

  it('go at once with an import that is undone', async () => {
    const { id } = await receive('word\nquiet\nLOUD one\n');
    await apply(id);
    await imports.undo(caseworker, id);
    await apply(id);
    expect(await badRowsOf(id)).toEqual([]);
    expect((await imports.read(caseworker, id)).badRowsUntil).toBeNull();
  });
});

describe('a request for an import with the key of an earlier one', () => {
  const key = { idempotencyKey: 'the same request again' };

  it('gives the import of the first where the file is the same, and refuses another', async () => {
    const { id } = await receive(words(700), key);
    expect((await receive(words(700), key)).id).toBe(id);
    // Alike up to the last of its rows.
    const other = receive(`${words(699)}other\n`, key);
    await expect(other).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect((await imports.read(caseworker, id)).counts.rows).toBe(700);
  });

  it('tells how the first stands where its file never came whole', async () => {
    const again = { idempotencyKey: 'a broken upload' };
    const broken = imports.receive(caseworker, { ...asked, ...again }, brokenAfter(words(600)));
    await expect(broken).rejects.toMatchObject({ code: 'upload-interrupted' });
    expect(await receive(words(700), again)).toMatchObject({ state: 'failed' });
  });
});

it('a second target of a kind stops the start', () => {
  expect(() => app.get(ImportTargets).add(shelf)).toThrow('two import targets');
});
