import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import type { Page } from '@athar/persistence';
import type { ByteSource } from '@athar/tabular';
import type { ImportErrorView, ImportView, NewImport } from './import-view.js';
import { ImportApplication, type Progress } from './importing/import-application.js';
import {
  ImportReading,
  type ImportErrorFilter,
  type ImportFilter,
} from './importing/import-reading.js';
import { ImportReception } from './importing/import-reception.js';
import { ImportSweep, type ImportSweepOutcome } from './importing/import-sweep.js';

/** Files on their way into a collection. */
@Injectable()
export class Imports {
  constructor(
    private readonly reception: ImportReception,
    private readonly application: ImportApplication,
    private readonly reading: ImportReading,
    private readonly sweeping: ImportSweep,
  ) {}

  /**
   * Reads a file row by row as its bytes come; a steward's work. Gives the import once all rows were
   * checked: `applying` (a worker goes on), `previewed` or `refused`. A request with the
   * Idempotency-Key of an earlier one gives that one's import and reads nothing more.
   *
   * @throws RoleMissing, CollectionNotFound, IdempotencyKeyReused; ColumnsRefused and
   * IdentityColumnMissing before anything is kept; what makes the file unreadable (UploadTooLarge,
   * UploadInterrupted, and those of openTable), after which the import stands as `failed`.
   */
  receive(actor: Actor, request: NewImport, bytes: ByteSource): Promise<ImportView> {
    return this.reception.receive(actor, request, bytes);
  }

  /** The organisation's imports, newest first. Stewards, coordinators. @throws RoleMissing, InvalidCursor */
  list(actor: Actor, filter: ImportFilter = {}): Promise<Page<ImportView>> {
    return this.reading.list(actor, filter);
  }

  /** How one import stands. Stewards, coordinators. @throws RoleMissing, ImportNotFound */
  read(actor: Actor, importId: string): Promise<ImportView> {
    return this.reading.read(actor, importId);
  }

  /**
   * What was wrong with the rows, by row and column; of the first 10,000 bad rows.
   *
   * @throws RoleMissing, ImportNotFound, InvalidCursor
   */
  errors(
    actor: Actor,
    importId: string,
    filter: ImportErrorFilter = {},
  ): Promise<Page<ImportErrorView>> {
    return this.reading.errors(actor, importId, filter);
  }

  /**
   * The worker's part: turns checked rows into entries, then has the matcher look at what changed.
   * May be stopped at any point and called again; rows are neither lost nor doubled.
   *
   * @throws ImportNotFound; the signal's reason where it was aborted between two chunks.
   */
  apply(
    organisationId: string,
    importId: string,
    progress: Progress = () => Promise.resolve(),
    signal?: AbortSignal,
  ): Promise<void> {
    return this.application.apply(organisationId, importId, progress, signal);
  }

  /** Queues again what a dead worker left, gives up what a dead upload left. */
  sweep(): Promise<ImportSweepOutcome> {
    return this.sweeping.sweep();
  }
}
