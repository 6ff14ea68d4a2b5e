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
