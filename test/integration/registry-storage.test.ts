import pg from 'pg';
import { verifyAuditChain, type Actor } from '@athar/access';
import { Database } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import type { MatchableEntry } from '@athar/registry';
import { bytesOf, standard, startRegistry, type RegistryApp } from '../support/registry-app.js';

let app: RegistryApp;
let steward: Actor;

beforeAll(async () => {
  app = await startRegistry();
  steward = await app.member('steward', 'coordinator', 'reviewer');
});
afterAll(() => app?.stop());

const rows = (count: number, name: string, from = 0) =>
  ['id,given_name', ...Array.from({ length: count }, (_, n) => `n${n + from},${name}`)].join('\n');

const receive = (actor: Actor, collectionId: string, text: string) =>
  app.imports.receive(actor, { ...standard, collectionId }, bytesOf(text));

const revisionsOf = async (collectionId: string) => {
  const sql = 'SELECT revision FROM athar.entries WHERE collection_id = $1 ORDER BY revision';
  return (await app.ask<{ revision: string }>(sql, [collectionId])).map((row) => +row.revision);
};

/** The feed as a matcher follows it: every page from where the last one ended. */
async function follow(after: bigint, seen: MatchableEntry[] = []): Promise<MatchableEntry[]> {
  const { entries, through } = await app.registry.changes(after, 300);
  seen.push(...entries);
  return entries.length === 0 ? seen : follow(through, seen);
}

const range = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n);

describe('the feed of changes', () => {
  it('goes on past an entry that cannot be opened, which is not matched', async () => {
    const { id } = await app.collection(steward);
    const before = await app.registry.currentRevision();
    const received = await receive(steward, id, rows(3, 'Amrun'));
    await app.imports.apply(steward.organisationId, received.id);
    const flipLastBit = () =>
      app.ask(
        `UPDATE athar.entries SET record = set_byte(record, length(record) - 1,
           get_byte(record, length(record) - 1) # 1) WHERE revision = $1`,
        [`${before + 2n}`],
      );
    await flipLastBit();
    const seen = await follow(before);
    await flipLastBit();
    expect(seen.map(({ matchable }) => matchable)).toEqual([true, false, true]);
    expect(seen[1]?.document.names).toEqual({});
  });
});

describe('applying an import', () => {
  it('goes on after a death between two chunks', async () => {
    const { id } = await app.collection(steward);
    const before = Number(await app.registry.currentRevision());
    const received = await receive(steward, id, rows(1200, 'Amrun'));
    const die = () => Promise.reject(new Error('killed'));
    const apply = (progress?: () => Promise<void>) =>
      app.imports.apply(steward.organisationId, received.id, progress);
    await expect(apply(die)).rejects.toThrow('killed');
    await expect(apply(die)).rejects.toThrow('killed');
    await apply();
    await apply();
    const done = await app.imports.read(steward, received.id);
    expect(done).toMatchObject({ state: 'applied', counts: { added: 1200, unchanged: 0 } });
    expect(await revisionsOf(id)).toEqual(range(before + 1, 1200));
  });

  it('leaves nothing of a chunk whose connection dies in its midst', async () => {
    const { id } = await app.collection(steward);
    const before = Number(await app.registry.currentRevision());
    const received = await receive(steward, id, rows(700, 'Amrun'));
    const blocker = new pg.Client({ connectionString: app.database.urls.owner });
    await blocker.connect();
    // Holds the writing of revisions: the chunk waits with its rows ready.
    await blocker.query('BEGIN; SELECT pg_advisory_xact_lock(7270002)');
    const applying = app.imports.apply(steward.organisationId, received.id);
    const died = expect(applying).rejects.toThrow();
    const kill = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                  WHERE usename = 'athar_app' AND wait_event = 'advisory'`;
    while ((await app.ask(kill)).length === 0) await new Promise((go) => setTimeout(go, 10));
    await died;
    await blocker.query('ROLLBACK');
    await blocker.end();
    expect((await app.imports.read(steward, received.id)).counts.added).toBe(0);
    await app.imports.apply(steward.organisationId, received.id);
    expect(await revisionsOf(id)).toEqual(range(before + 1, 700));
  });

  it('takes two imports into one collection at once, and shows revisions in order', async () => {
    const { id } = await app.collection(steward);
    const start = await app.registry.currentRevision();
    const [one, two] = [
      await receive(steward, id, rows(1100, 'Amrun')),
      await receive(steward, id, rows(1100, 'Belun', 600)),
    ];
    let running = true;
    const seen: MatchableEntry[] = [];
    const watch = async () => {
      let after = start;
      while (running) {
        const { entries, through } = await app.registry.changes(after, 200);
        seen.push(...entries);
        after = through;
      }
      await follow(after, seen);
    };
    const apply = (importId: string) => app.imports.apply(steward.organisationId, importId);
    const work = Promise.all([apply(one.id), apply(two.id)]).finally(() => (running = false));
    await Promise.all([work, watch()]);
    const revisions = seen.map((entry) => entry.revision);
    expect(revisions).toEqual([...revisions].sort((a, b) => Number(a - b)));
    const counts = await Promise.all(
      [one, two].map(
        async ({ id: importId }) => (await app.imports.read(steward, importId)).counts,
      ),
    );
    expect(counts.map(({ added }) => added).reduce((a, b) => a + b)).toBe(1700);
    expect(counts.map(({ changed }) => changed).reduce((a, b) => a + b)).toBe(500);
    expect(Number((await app.registry.currentRevision()) - start)).toBe(2200);
    const last = new Map(seen.map((entry) => [entry.id, Number(entry.revision)]));
    expect([...last.values()].sort((a, b) => a - b)).toEqual(await revisionsOf(id));
  });

  it('has the matcher look at exactly what changed', async () => {
    const { id } = await app.collection(steward);
    const counts = async () => (await app.context.get(JobProducer).counts())['match-entries'];
    const before = await counts();
    await app.bring(steward, id, rows(3, 'Amrun'));
    await app.bring(steward, id, rows(3, 'Amrun'));
    expect((await counts()).waiting).toBe(before.waiting + 1);
  });
});

describe('the sweep', () => {
  it('gives up uploads whose process died and queues again what was to be applied', async () => {
    const { id } = await app.collection(steward);
    let resume: () => void = () => undefined;
    const held = new Promise<void>((done) => (resume = done));
    async function* stalled() {
      yield* bytesOf(rows(600, 'Amrun'));
      await held;
    }
    const late = app.imports.receive(steward, { ...standard, collectionId: id }, stalled());
    const interrupted = expect(late).rejects.toMatchObject({ code: 'upload-interrupted' });
    const waiting = await receive(steward, id, rows(2, 'Belun'));
    const staged = 'SELECT count(*)::int AS n FROM athar.import_rows';
    while ((await app.ask<{ n: number }>(staged))[0]?.n !== 502) {
      await new Promise((go) => setTimeout(go, 10));
    }
    expect(await app.imports.sweep()).toEqual({ requeued: 0, failed: 0 });
    await app.ask(`UPDATE athar.imports SET heartbeat_at = now() - interval '1 hour'
                   WHERE state IN ('receiving', 'applying')`);
    expect(await app.imports.sweep()).toEqual({ requeued: 1, failed: 1 });
    resume();
    await interrupted;
    await app.imports.apply(steward.organisationId, waiting.id);
    const { items } = await app.imports.list(steward, { collectionId: id });
    expect(items.map((item) => item.state).sort()).toEqual(['applied', 'failed']);
    expect(await revisionsOf(id)).toHaveLength(2);
    expect(await app.ask(staged)).toEqual([{ n: 0 }]);
  });
});

describe('terms', () => {
  it('close a collection to matching, and the matcher hears of it', async () => {
    const { id, version } = await app.collection(steward, { embargoUntil: '2999-01-01' });
    const start = await app.registry.currentRevision();
    await app.bring(steward, id, rows(2, 'Amrun'));
    const told = async () => (await follow(start)).map((entry) => entry.matchable);
    expect(await told()).toEqual([false, false]);
    await app.collections.update(steward, id, version, { embargoUntil: null });
    expect(await told()).toEqual([true, true]);
    await app.ask(
      `UPDATE athar.collections SET embargo_until = current_date, published_open = false WHERE id = $1`,
      [id],
    );
    const before = await app.registry.currentRevision();
    expect(await app.republication.sweep()).toBe(1);
    expect((await follow(before)).map((entry) => entry.matchable)).toEqual([true, true]);
    await expect(
      app.collections.update(steward, id, version, { mayMatch: false }),
    ).rejects.toMatchObject({ code: 'version-mismatch', kind: 'precondition' });
  });
});

describe('what lies in the database', () => {
  it('shows no name, number or file name, while rows wait and afterwards', async () => {
    const { id } = await app.collection(steward);
    const text =
      'id,name,detainee_number,age,remarks\nquaver-1,Zephyrun,n-98765,9,gloss\nq-2,Zephyrun,,old,';
    const request = { ...standard, collectionId: id, fileName: 'Zephyrun.csv' };
    const received = await app.imports.receive(steward, request, bytesOf(text));
    expect(received.fileName).toBe('Zephyrun.csv');
    await expectNothingOf(['Zephyrun', 'n-98765', 'quaver-1', 'gloss']);
    await app.imports.apply(steward.organisationId, received.id);
    await expectNothingOf(['Zephyrun', 'n-98765', 'quaver-1', 'gloss']);
    const { items } = await app.entries.list(steward, 'review', { collectionId: id });
    expect(items[0]?.names).toEqual({ transcribed: [{ text: 'Zephyrun' }] });
  });

  async function expectNothingOf(words: string[]): Promise<void> {
    const tables = await app.ask<{ schema: string; name: string }>(
      `SELECT schemaname AS schema, tablename AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(12);
    for (const { schema, name } of tables) {
      const [row] = await app.ask<{ text: string | null }>(
        `SELECT string_agg(t::text, ' ') AS text FROM "${schema}"."${name}" t`,
      );
      for (const word of words) {
        const [text, hex] = [row?.text ?? '', Buffer.from(word).toString('hex')];
        expect({ name, word, found: text.includes(word) || text.includes(hex) }).toEqual({
          ...{ name, word },
          found: false,
        });
      }
    }
  }

  it('keeps an organisation’s imports and their errors from all others', async () => {
    const { id } = await app.collection(steward);
    const other = await app.member('steward');
    const done = await app.bring(steward, id, 'id,age,name\na,old,Amrun\nb,4,Belun');
    await expect(app.imports.read(other, done.id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(app.imports.errors(other, done.id)).rejects.toMatchObject({ kind: 'not-found' });
    expect((await app.imports.list(other)).items).toEqual([]);
    await expect(app.imports.apply(other.organisationId, done.id)).rejects.toMatchObject({
      code: 'import-not-found',
    });
    expect((await app.entries.list(other, 'review', { collectionId: id })).items).toHaveLength(1);
  });
});

describe('reading entries', () => {
  it('is for stewards and reviewers, and is recorded with its reason', async () => {
    const { id } = await app.collection(steward);
    await app.bring(steward, id, rows(3, 'Amrun'));
    const caseworker = await app.member('caseworker', 'coordinator');
    await expect(app.entries.list(caseworker, 'review', {})).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const page = await app.entries.list(steward, 'review', { collectionId: id, limit: 2 });
    const entry = page.items[0]?.id ?? '';
    await app.registry.readEntry(steward, entry, 'authority_request');
    const rest = await app.entries.list(steward, 'review', {
      ...{ collectionId: id, limit: 2 },
      cursor: page.nextCursor ?? '',
    });
    expect([...page.items, ...rest.items].map((item) => item.id)).toHaveLength(3);
    expect(rest.nextCursor).toBeNull();
    const events = await app.ask<{ action: string; subject_id: string; detail: object }>(
      `SELECT action, subject_id, detail FROM athar.audit_events
       WHERE organisation_id = $1 ORDER BY sequence DESC LIMIT 3`,
      [steward.organisationId],
    );
    expect(events.map(({ action }) => action)).toEqual([
      'entries.listed',
      'entry.read',
      'entries.listed',
    ]);
    expect(events[1]).toMatchObject({
      subject_id: entry,
      detail: { reason: 'authority_request' },
    });
    const chain = await app.context
      .get(Database)
      .inOrganisation(steward.organisationId, (manager) =>
        verifyAuditChain(manager, steward.organisationId),
      );
    expect(chain.brokenAt).toBeNull();
  });
});
