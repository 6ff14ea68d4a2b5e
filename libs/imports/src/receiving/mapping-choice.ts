import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import { Database } from '@athar/persistence';
import type { DateOrder } from '@athar/dates';
import type { ColumnOptions } from '../columns/column-map.js';
import { MappingNotFound } from '../errors.js';
import type { NewImport } from '../import-view.js';
import type { MappingView } from '../mappings/mapping.js';
import { MappingStore } from '../mappings/mapping-store.js';

/** What headers stand for in one import. */
export interface ChosenMapping extends ColumnOptions {
  /** The saved mapping, where one was used. */
  mappingId: string | null;
  mappingName: string | null;
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
   * these headers. The order of dates that the request names goes before the saved one. An order that was
   * found and not asked for is used only for the collection it was saved with: lists of another custodian
   * may have the same headers and write their dates otherwise.
   *
   * @throws MappingNotFound
   */
  async choose(
    actor: Actor,
    request: NewImport,
    headers: readonly string[],
  ): Promise<ChosenMapping> {
    const saved = await this.saved(actor, request, headers);
    const order = saved && orderOf(request, saved);
    const { mapping = {}, ignoreUnknown = false, dateOrder = order ?? null } = request;
    const unsaved: ChosenMapping = {
      mapping,
      ignoreUnknown,
      mappingId: null,
      mappingName: null,
      dateOrder,
    };
    if (!saved) return unsaved;
    const { id: mappingId, name: mappingName } = saved;
    if (Object.keys(mapping).length > 0) {
      const ordered = order !== undefined && request.dateOrder === undefined;
      return ordered ? { ...unsaved, mappingId, mappingName } : unsaved;
    }
    return {
      mapping: saved.mapping,
      ignoreUnknown: ignoreUnknown || saved.ignoreUnknown,
      ...{ mappingId, mappingName, dateOrder },
    };
  }

  private async saved(
    actor: Actor,
    { kind, mappingId, collectionId }: NewImport,
    headers: readonly string[],
  ): Promise<MappingView | undefined> {
    if (mappingId === 'none') return undefined;
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      if (mappingId === undefined) {
        const place = { kind, collectionId: collectionId ?? null };
        return this.store.find(manager, actor, place, headers);
      }
      const named = await this.store.read(manager, actor, mappingId);
      if (named.kind !== kind) throw new MappingNotFound();
      return named;
    });
  }
}

/** The order of dates that a saved mapping brings to a file. */
function orderOf(
  { mappingId, collectionId }: NewImport,
  saved: MappingView,
): DateOrder | undefined {
  const itsOwn = saved.collectionId !== null && saved.collectionId === collectionId;
  return itsOwn || mappingId !== undefined ? (saved.dateOrder ?? undefined) : undefined;
}
