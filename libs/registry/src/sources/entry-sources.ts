import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Seal } from '@athar/persistence';
import { moveSources, removeSources } from './end-sources.js';
import { photographsTakenAway, readNumberBoard } from './number-holders.js';
import type {
  NumberHolder,
  NumberQuery,
  SourceAuthor,
  SourceMove,
  SourceWrite,
  SourcesRemoved,
  SourcesWritten,
} from './source.js';
import { putSources } from './write-sources.js';

/**
 * What entries are made of. Everything here runs in the caller's transaction, with the registry's
 * seal; the collection is held until commit, and revisions are drawn last, so write nothing after it
 * but counts and the audit event. The caller answers for roles and recording.
 */
@Injectable()
export class EntrySources {
  /**
   * Keeps sources and merges their entries anew. Content that is the same changes nothing. Up to about
   * 1,000 writes at once, each of another source.
   */
  put(manager: EntityManager, seal: Seal, writes: readonly SourceWrite[]): Promise<SourcesWritten> {
    return putSources(manager, seal, writes);
  }

  /**
   * Takes sources away; an entry that none is left of is removed. The versions stay as history.
   *
   * @throws UnderLegalHold, SourceNotFound
   */
  remove(
    manager: EntityManager,
    seal: Seal,
    sourceIds: readonly string[],
    by: SourceAuthor,
  ): Promise<SourcesRemoved> {
    return removeSources(manager, seal, sourceIds, by);
  }

  /**
   * Moves sources to other entries of their collection: splits and merges.
   *
   * @throws SourceNotFound, EntryNotFound
   */
  move(
    manager: EntityManager,
    seal: Seal,
    moves: readonly SourceMove[],
    by: SourceAuthor,
  ): Promise<SourcesWritten> {
    return moveSources(manager, seal, moves, by);
  }

  /** Who holds numbers in a collection, by the order of queries; oldest entry first. */
  async resolveByNumber(
    manager: EntityManager,
    seal: Seal,
    collectionId: string,
    queries: readonly NumberQuery[],
  ): Promise<NumberHolder[][]> {
    const board = await readNumberBoard(manager, seal, collectionId, queries);
    return queries.map((query) => board.holders(query));
  }

  /** Who held them by photographs that are gone, and stays for what people read or corrected there. */
  async resolveTakenAway(
    manager: EntityManager,
    seal: Seal,
    collectionId: string,
    queries: readonly NumberQuery[],
  ): Promise<NumberHolder[][]> {
    const board = await readNumberBoard(manager, seal, collectionId, queries, photographsTakenAway);
    return queries.map((query) => board.holders(query));
  }
}
