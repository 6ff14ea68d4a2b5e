import { Injectable } from '@nestjs/common';
import { Database } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import { matchEntriesJob } from './match-entries-job.js';

/**
 * The matcher learns of entries by their revision. When a collection's terms open or close it (an
 * edit, or an embargo's last day gone by), the revision of each of its entries is raised.
 */
@Injectable()
export class Republication {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobProducer,
  ) {}

  /** Does so where what was published of the collection is not what its terms say today. */
  async republishIfStale(organisationId: string, collectionId: string): Promise<void> {
    const revisions = await this.database.inOrganisation(organisationId, async (manager) => {
      const [stale] = await manager.query<{ open: boolean }[]>(
        `SELECT collection_open(may_match, embargo_until) AS open FROM collections
         WHERE id = $1 AND published_open <> collection_open(may_match, embargo_until)
         FOR NO KEY UPDATE`,
        [collectionId],
      );
      if (!stale) return undefined;
      await manager.query('UPDATE collections SET published_open = $2 WHERE id = $1', [
        collectionId,
        stale.open,
      ]);
      const [{ count } = { count: 0 }] = await manager.query<{ count: number }[]>(
        'SELECT count(*)::int AS count FROM entries WHERE collection_id = $1 AND removed_at IS NULL',
        [collectionId],
      );
      if (count === 0) return undefined;
      const [row] = await manager.query<{ first: string }[]>(
        'SELECT next_registry_revisions($1) AS first',
        [count],
      );
      const first = BigInt(row?.first ?? 0);
      await manager.query(
        `UPDATE entries e SET revision = $2::bigint + o.position - 1
         FROM (SELECT id, row_number() OVER (ORDER BY revision) AS position
               FROM entries WHERE collection_id = $1 AND removed_at IS NULL) o
         WHERE e.id = o.id`,
        [collectionId, first.toString()],
      );
      return { first, last: first + BigInt(count) - 1n };
    });
    if (revisions) await this.jobs.addOrLeaveToSweep(...matchEntriesJob(revisions));
  }

  /** Finds collections whose embargo ended, or whose change of terms was not carried through. */
  async sweep(): Promise<number> {
    const stale = await this.database.beforeOrganisation<{ organisation_id: string; id: string }>(
      'SELECT organisation_id, id FROM stale_collections()',
    );
    for (const { organisation_id, id } of stale) await this.republishIfStale(organisation_id, id);
    return stale.length;
  }
}
