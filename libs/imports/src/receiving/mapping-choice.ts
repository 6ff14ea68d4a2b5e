import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import { Database } from '@athar/persistence';
import type { DateOrder } from '@athar/dates';
import type { ColumnOptions } from '../columns/column-map.js';
import { MappingNotFound } from '../errors.js';
import type { NewImport } from '../import-view.js';
import { MappingStore } from '../mappings/mapping-store.js';

/** What headers stand for in one import. */
export interface ChosenMapping extends ColumnOptions {
  /** The saved mapping, where one was used. */
  mappingId: string | null;
  /** Of the file's dates; null where nobody has told it. */
  dateOrder: DateOrder | null;
}

/** Finds the mapping that an import is to use. */
@Injectable()
export class MappingChoice {
  constructor(
    private readonly database: Database,
    private readonly store: MappingStore,
  ) {}

  /**
   * The mapping that came with the request; else the saved one that it names; else the saved one for
   * these headers. The order of dates that the request names goes before the saved one.
   *
   * @throws MappingNotFound
   */
  async choose(
    actor: Actor,
    request: NewImport,
    headers: readonly string[],
  ): Promise<ChosenMapping> {
    const ignoreUnknown = request.ignoreUnknown ?? false;
    const given = request.mapping ?? {};
    const dateOrder = request.dateOrder ?? null;
    if (Object.keys(given).length > 0 || request.mappingId === 'none') {
      return { mapping: given, ignoreUnknown, mappingId: null, dateOrder };
    }
    const saved = await this.database.inOrganisation(actor.organisationId, async (manager) => {
      if (request.mappingId !== undefined) {
        const named = await this.store.read(manager, actor, request.mappingId);
        if (named.kind !== request.kind) throw new MappingNotFound();
        return named;
      }
      const place = { kind: request.kind, collectionId: request.collectionId ?? null };
      return this.store.find(manager, actor, place, headers);
    });
    if (!saved) return { mapping: {}, ignoreUnknown, mappingId: null, dateOrder };
    return {
      mapping: saved.mapping,
      ignoreUnknown: ignoreUnknown || saved.ignoreUnknown,
      mappingId: saved.id,
      dateOrder: dateOrder ?? saved.dateOrder,
    };
  }
}
