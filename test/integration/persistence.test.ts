import pg from 'pg';
import {
  MasterKey,
  RecoveryKeyRefused,
  RecoveryNotProved,
  exportRecoveryKey,
  migrateDown,
  migrateUp,
  proveRecoveryKey,
  recoverMasterKey,
  requireProvedRecovery,
  withOwner,
} from '@athar/persistence';
import { startDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database?.stop());

async function asRole<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe('migrations', () => {
  it('go down to nothing and up again, and two processes may start together', async () => {
    await migrateDown(database.urls.owner);
    const left = await asRole(database.adminUrl.replace(/\/[^/]*$/, '/athar_test'), (client) =>
      client.query(`SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'athar' AND c.relkind IN ('r', 'v', 'S')
                      AND relname NOT LIKE 'migrations%'
                    UNION ALL SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                    WHERE n.nspname = 'athar'`),
    );
    expect(left.rows).toEqual([]);
    const runs = await Promise.all([1, 2, 3].map(() => migrateUp(database.urls.owner)));
    const [none, noneEither, all] = runs.map((names) => names.length).sort((a, b) => a - b);
    expect([none, noneEither]).toEqual([0, 0]);
    expect(all).toBeGreaterThan(4);
  });
});

describe('row-level security', () => {
  it('shows the app role no row of any table while no organisation is set', async () => {
    await withOwner(database.urls.owner, async (manager) => {
      await manager.query(`
        WITH o AS (INSERT INTO organisations (name, phone) VALUES ('One', '+000') RETURNING id)
        INSERT INTO members (organisation_id, label, roles) SELECT id, 'a', '{caseworker}' FROM o`);
    });
    const counts = await asRole(database.urls.app, async (client) => {
      const tables = await client.query<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.table_privileges
         WHERE table_schema = 'athar' AND grantee = 'athar_app' AND privilege_type = 'SELECT'
           AND table_name <> 'migrations'`,
      );
      expect(tables.rows.length).toBeGreaterThan(12);
      const result: Record<string, number> = {};
      for (const { name } of tables.rows) {
        const found = await client.query(`SELECT count(*)::int AS n FROM athar.${name}`);
        result[name] = (found.rows[0] as { n: number }).n;
      }
      return result;
    });
    expect(Object.values(counts).every((count) => count === 0)).toBe(true);
  });

  it('is switched on for every table but the schema’s own bookkeeping', async () => {
    const open = await asRole(database.urls.owner, (client) =>
      client.query<{ relname: string }>(
        `SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE nspname = 'athar' AND relkind = 'r' AND NOT relrowsecurity ORDER BY 1`,
      ),
    );
    expect(open.rows.map((row) => row.relname)).toEqual([
      'migrations',
      'recovery_keys',
      'registry_head',
    ]);
  });

  it('lets no role but its owner change the audit trail', async () => {
    for (const url of [database.urls.app, database.urls.matcher]) {
      for (const sql of [
        'DELETE FROM athar.audit_events',
        'UPDATE athar.audit_heads SET hash = NULL',
      ]) {
        await expect(asRole(url, (client) => client.query(sql))).rejects.toMatchObject({
          code: '42501',
        });
      }
    }
  });
});

describe('audit chain', () => {
  it('is verified whole and shows where it was broken', async () => {
    await withOwner(database.urls.owner, async (manager) => {
      const [row] = await manager.query<{ id: string }[]>('SELECT id FROM organisations LIMIT 1');
      const id = row?.id;
      for (let n = 0; n < 3; n += 1) {
        await manager.query(
          `SELECT record_audit($1, NULL, 'case.read', 'case', NULL, '{"n": 1}')`,
          [id],
        );
      }
      const verify = () => manager.query('SELECT * FROM verify_audit_chain($1)', [id]);
      expect(await verify()).toEqual([{ events: '3', broken_at: null }]);
      await manager.query(`UPDATE audit_events SET detail = '{}' WHERE sequence = 2`);
      expect(await verify()).toEqual([{ events: '1', broken_at: '2' }]);
      await manager.query(`UPDATE audit_events SET detail = '{"n": 1}' WHERE sequence = 2`);
      await manager.query('DELETE FROM audit_events WHERE sequence = 3');
      expect(await verify()).toEqual([{ events: '2', broken_at: '3' }]);
    });
  });
});

describe('recovery key', () => {
  it('gives the master key back, tolerates look-alikes and finds a slip of the pen', async () => {
    const master = MasterKey.create();
    await withOwner(database.urls.owner, async (manager) => {
      await expect(requireProvedRecovery(manager, master)).rejects.toThrow(RecoveryNotProved);
      const text = await exportRecoveryKey(manager, master);
      const typed = text
        .toLowerCase()
        .replaceAll('-', ' ')
        .replaceAll('0', 'o')
        .replaceAll('1', 'l');
      expect((await recoverMasterKey(manager, typed)).bytes).toEqual(master.bytes);
      const slip = (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
      await expect(recoverMasterKey(manager, slip)).rejects.toThrow(RecoveryKeyRefused);
      await proveRecoveryKey(manager, master, text);
      await expect(requireProvedRecovery(manager, master)).resolves.toBeUndefined();
    });
  });
});
