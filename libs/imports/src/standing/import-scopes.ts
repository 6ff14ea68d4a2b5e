import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeyRing } from '@athar/persistence';
import type { ImportScope } from '../target/import-target.js';
import { ImportTargets } from '../target/import-targets.js';
import type { ImportRow } from './import-row.js';

/** Opens imports for their targets. */
@Injectable()
export class ImportScopes {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly targets: ImportTargets,
  ) {}

  /** The import as its target sees it, with the seal that its rows wait under. */
  async of(manager: EntityManager, row: Scoped): Promise<ImportScope> {
    const { sealedFor } = this.targets.of(row.target);
    const seal =
      sealedFor === 'registry'
        ? await this.keyRing.ofRegistry(manager)
        : await this.keyRing.ofOrganisation(manager, row.organisation_id);
    return {
      importId: row.id,
      organisationId: row.organisation_id,
      memberId: row.member_id,
      collectionId: row.collection_id,
      seal,
    };
  }
}

type Scoped = Pick<ImportRow, 'id' | 'target' | 'organisation_id' | 'member_id' | 'collection_id'>;
