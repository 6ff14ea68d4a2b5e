import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Seal } from '@athar/persistence';
import type {
  NumberHolder,
  NumberQuery,
  SourceAuthor,
  SourceMove,
  SourceWrite,
  SourcesWritten,
} from './source.js';

/**
 * What entries are made of. Everything here runs in the caller's transaction, with the registry's
 * seal; the collection is held until commit, and revisions are drawn last, so write nothing after it
 * but counts and the audit event. The caller answers for roles and recording.
 */
@Injectable()
export abstract class EntrySources {
  /** Keeps sources and merges their entries anew. At most about 1,000 writes at once. */
  abstract put(
    manager: EntityManager,
    seal: Seal,
    writes: readonly SourceWrite[],
  ): Promise<SourcesWritten>;

  /**
   * Takes sources away; an entry that none is left of is removed. The versions stay as history.
   *
   * @throws CollectionOnHold, SourceNotFound
   */
  abstract remove(
    manager: EntityManager,
    seal: Seal,
    sourceIds: readonly string[],
    by: SourceAuthor,
  ): Promise<SourcesWritten>;

  /** Moves sources to other entries of their collection: splits and merges. @throws SourceNotFound */
  abstract move(
    manager: EntityManager,
    seal: Seal,
    moves: readonly SourceMove[],
    by: SourceAuthor,
  ): Promise<SourcesWritten>;

  /** Who holds numbers in a collection, by the order of queries; oldest entry first. */
  abstract resolveByNumber(
    manager: EntityManager,
    seal: Seal,
    collectionId: string,
    queries: readonly NumberQuery[],
  ): Promise<NumberHolder[][]>;
}
