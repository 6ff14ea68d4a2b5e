import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { FLOOR } from '@athar/matching';
import { KeyRing, MasterKey, withOwner } from '@athar/persistence';
import type { MortalService } from './mortal-service.js';

/** What is in the database when everything has come to rest. */
export interface Outcome {
  /** Ids of the imported rows, sorted; a doubled row would stand here twice. */
  entries: string[];
  reports: number;
  /** Open reports that were not compared with everything. */
  unmatched: number;
  /** Proposed pairs by what they are about, not by their ids. */
  pairs: { key: string; centibits: number }[];
  messages: { messageId: string; state: string }[];
  /** Hundredths of a bit below which no pair is kept. */
  floor: number;
}

/** Waits until nothing is left to do, then reads it all with the owner's role. */
export async function readOutcome(service: MortalService): Promise<Outcome> {
  const owner = await ownerUrl(service.dataFolder);
  await untilAtRest(owner);
  const master = await readFile(join(service.dataFolder, 'secrets/master.key'), 'utf8');
  const keys = new KeyRing(new MasterKey(Buffer.from(master, 'base64')));
  return withOwner(owner, async (manager) => {
    const sources = new Map<string, string>();
    const registry = await keys.ofRegistry(manager);
    const rows = await manager.query<{ id: string; record: Buffer }[]>(
      'SELECT id, record FROM entries',
    );
    for (const { id, record } of rows) {
      const place = { table: 'entries', column: 'record', row: id };
      sources.set(id, registry.openJson<{ sourceId: string }>(place, record).sourceId);
    }
    const names = new Map<string, string>();
    const reports = await manager.query<
      { id: string; organisation_id: string; record: Buffer; done: boolean }[]
    >(
      `SELECT id, organisation_id, record, matched_revision = match_revision
         AND matched_registry_revision = registry_revision() AS done FROM reports`,
    );
    for (const { id, organisation_id, record } of reports) {
      const seal = await keys.ofOrganisation(manager, organisation_id);
      names.set(id, seal.open({ table: 'reports', column: 'record', row: id }, record));
    }
    const pairs = await manager.query<{ report: string; entry: string; centibits: number }[]>(
      'SELECT report_id AS report, entry_id AS entry, centibits FROM candidates WHERE above_floor',
    );
    return {
      entries: [...sources.values()].sort(),
      reports: reports.length,
      unmatched: reports.filter((report) => !report.done).length,
      pairs: pairs.map(({ report, entry, centibits }) => ({
        key: `${names.get(report)}\n${sources.get(entry)}`,
        centibits,
      })),
      messages: await manager.query('SELECT message_id AS "messageId", state FROM messages'),
      floor: Math.round(Math.log2(FLOOR / (1 - FLOOR)) * 100),
    };
  });
}

/** Address of the owner's role, put together as an operator on the machine could. */
async function ownerUrl(dataFolder: string): Promise<string> {
  const password = (await readFile(join(dataFolder, 'secrets/owner.password'), 'utf8')).trim();
  const postmaster = await readFile(join(dataFolder, 'postgres/postmaster.pid'), 'utf8');
  const port = postmaster.split('\n')[3];
  return `postgres://athar_owner:${password}@127.0.0.1:${port}/athar`;
}

async function untilAtRest(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{ left: number }>(
        `SELECT (SELECT count(*) FROM athar.reports WHERE state = 'open' AND (matched_revision < match_revision
                  OR matched_registry_revision < (SELECT revision FROM athar.registry_head)))::int
              + (SELECT count(*) FROM athar.messages WHERE state = 'pending')::int AS left`,
      );
      if (rows[0]?.left === 0) return;
      await pause(250);
    }
  } finally {
    await client.end();
  }
}
