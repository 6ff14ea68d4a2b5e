import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IdempotencyLedger, type Actor } from '@athar/access';
import { Database, KeyRing, type Seal } from '@athar/persistence';
import type { Table } from '@athar/tabular';
import { canonicalJson } from '../canonical-json.js';
import type { NewImport, ReadAs } from '../import-view.js';
import { fileNamePlace, readAsPlace } from '../standing/import-row.js';
import { ImportScopes } from '../standing/import-scopes.js';
import { MappingStore } from '../mappings/mapping-store.js';
import type { ImportTarget } from '../target/import-target.js';
import { nameOf, readAsOf } from './read-as.js';
import type { ChosenMapping } from './mapping-choice.js';
import type { Receiving } from './staging.js';

type Begun =
  | { repeated: true; importId: string }
  | { repeated: false; importId: string; receiving: Receiving };

/** A file whose header was read and understood. */
interface Opened {
  target: ImportTarget;
  table: Table;
  chosen: ChosenMapping;
}

interface Beginning {
  importId: string;
  organisationSeal: Seal;
  readAs: ReadAs;
  mappingId: string | null;
}

/** Begins imports, each once however often it is asked for. */
@Injectable()
export class ImportBeginning {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly ledger: IdempotencyLedger,
    private readonly scopes: ImportScopes,
    private readonly mappings: MappingStore,
  ) {}

  /** Writes the import down, or finds the one that the same request began before. */
  begin(actor: Actor, request: NewImport, reading: Opened): Promise<Begun> {
    return this.database.inOrganisation(actor.organisationId, async (manager): Promise<Begun> => {
      const importId = randomUUID();
      const organisationSeal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
      // How many bytes a client announces is no part of what it asks.
      const { idempotencyKey, ...declared } = { ...request, bytes: undefined };
      if (idempotencyKey !== undefined) {
        const digest = organisationSeal.digest('idempotency', canonicalJson(declared));
        const idempotent = { key: idempotencyKey, digest };
        const claim = await this.ledger.claim(
          manager,
          actor,
          'imports.create',
          idempotent,
          importId,
        );
        if (claim.repeated) return { repeated: true, importId: claim.resourceId };
      }
      const mappingId = await this.mappingOf(manager, actor, request, reading);
      const { target, table, chosen } = reading;
      const readAs = readAsOf(table, {
        dateOrder: chosen.dateOrder,
        mappingName: nameOf(request, chosen),
        badRowsAs: request.badRowsAs,
      });
      await insertImport(manager, actor, request, {
        importId,
        organisationSeal,
        readAs,
        mappingId,
      });
      const { newPlace } = request;
      const scope = await this.scopes.of(manager, {
        id: importId,
        target: request.kind,
        organisation_id: actor.organisationId,
        member_id: actor.memberId,
        collection_id: newPlace === undefined ? (request.collectionId ?? null) : randomUUID(),
      });
      const receiving: Receiving = {
        scope: newPlace === undefined ? scope : { ...scope, newPlace },
        target,
        organisationSeal,
        dryRun: request.dryRun,
        actor,
      };
      return { repeated: false, importId, receiving };
    });
  }

  /** Keeps what the headers stand for, where that is asked for. */
  private async mappingOf(
    manager: EntityManager,
    actor: Actor,
    request: NewImport,
    { table, chosen }: Opened,
  ): Promise<string | null> {
    if (request.saveMappingAs === undefined) return chosen.mappingId;
    const { id } = await this.mappings.keep(manager, actor, {
      kind: request.kind,
      collectionId: request.collectionId,
      name: request.saveMappingAs,
      headers: [...table.columns],
      mapping: { ...chosen.mapping },
      ignoreUnknown: chosen.ignoreUnknown,
      dateOrder: chosen.dateOrder,
    });
    return id;
  }
}

async function insertImport(
  manager: EntityManager,
  actor: Actor,
  request: NewImport,
  { importId, organisationSeal, readAs, mappingId }: Beginning,
): Promise<void> {
  const { fileName } = request;
  await manager.query(
    `INSERT INTO imports (id, organisation_id, member_id, target, collection_id, state, mode, dry_run,
                          format, bytes_expected, file_name, read_as, mapping_id)
     VALUES ($1, $2, $3, $4, $5, 'receiving', $6, $7, $8, $9, $10, $11, $12)`,
    [
      importId,
      actor.organisationId,
      actor.memberId,
      request.kind,
      request.collectionId ?? null,
      request.mode,
      request.dryRun,
      request.format,
      request.bytes ?? null,
      fileName === undefined ? null : organisationSeal.seal(fileNamePlace(importId), fileName),
      organisationSeal.sealJson(readAsPlace(importId), readAs),
      mappingId,
    ],
  );
}
