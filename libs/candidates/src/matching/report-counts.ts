import type { EntityManager } from 'typeorm';
import { MODEL_VERSION } from '@athar/matching';
import { ofThisCode } from './model.js';

/** Open reports: how many there are, how many are matched as they are now. */
export interface ReportCounts {
  open: number;
  matched: number;
  waiting: number;
}

/** Counts the open reports that `manager` may see. */
export async function countReports(
  manager: EntityManager,
  registryRevision: bigint,
): Promise<ReportCounts> {
  const [row] = await manager.query<{ open: number; matched: number }[]>(
    `SELECT count(*)::integer AS open,
            (count(*) FILTER (WHERE matched_revision = match_revision
               AND matched_registry_revision >= $1 AND ${ofThisCode('$2')}))::integer AS matched
     FROM reports WHERE state = 'open'`,
    [registryRevision.toString(), MODEL_VERSION],
  );
  const { open = 0, matched = 0 } = row ?? {};
  return { open, matched, waiting: open - matched };
}

/** The share, 0 to 1, of open reports up to an id, in the order of ids; undefined: all of them. */
export async function shareDone(manager: EntityManager, last: string | undefined): Promise<number> {
  if (last === undefined) return 1;
  const [row] = await manager.query<{ done: number }[]>(
    `SELECT coalesce(count(*) FILTER (WHERE id <= $1)::double precision / nullif(count(*), 0), 1)
              AS done
     FROM reports WHERE state = 'open'`,
    [last],
  );
  return row?.done ?? 1;
}
