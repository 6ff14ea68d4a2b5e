import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@athar/access';
import { Database } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import { applyImportJob } from '../applying/apply-import-job.js';
import type { UnfinishedState } from '../import-view.js';
import { givenUpCodes } from './given-up.js';
import { endImport, readImport } from './import-state.js';

/** What a sweep did. */
export interface ImportSweepOutcome {
  requeued: number;
  failed: number;
}

/** An import that shows no sign of life for so long was left by its process. */
const silentFor = '2 minutes';

/** Finds imports whose process died. */
@Injectable()
export class ImportSweep {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly jobs: JobProducer,
  ) {}

  /** See Imports.sweep. */
  async sweep(): Promise<ImportSweepOutcome> {
    const silent = await this.database.beforeOrganisation<{
      organisation_id: string;
      id: string;
      state: UnfinishedState;
    }>('SELECT organisation_id, id, state FROM unfinished_imports($1)', [silentFor]);
    const outcome: ImportSweepOutcome = { requeued: 0, failed: 0 };
    for (const { organisation_id, id, state } of silent) {
      if (state !== 'receiving') {
        // A job that waits or runs already has this id: then this changes nothing.
        const added = await this.jobs.add(...applyImportJob(organisation_id, id));
        if (added !== 'given-up') outcome.requeued += 1;
        else if (await this.giveUp(organisation_id, id, state)) outcome.failed += 1;
      } else if (await this.giveUp(organisation_id, id, state)) outcome.failed += 1;
    }
    return outcome;
  }

  /** Ends an import that nobody will go on with. What it had brought in already stays. */
  private giveUp(
    organisationId: string,
    importId: string,
    state: UnfinishedState,
  ): Promise<boolean> {
    return this.database.inOrganisation(organisationId, async (manager) => {
      await readImport(manager, importId, true);
      const still = await manager.query<unknown[]>(
        `SELECT 1 FROM imports WHERE id = $1 AND state = $3
           AND heartbeat_at < now() - $2::interval`,
        [importId, silentFor, state],
      );
      if (still.length === 0) return false;
      await endImport(manager, this.audit, importId, 'failed', givenUpCodes[state]);
      return true;
    });
  }
}
