import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import type { Page } from '@athar/persistence';
import type { ByteSource } from '@athar/tabular';
import { ImportApplication, type Progress } from './applying/import-application.js';
import { ImportStopping } from './applying/import-stopping.js';
import type { ImportErrorView, ImportView, NewImport, PreviewedRowView } from './import-view.js';
import { Proposals, type ProposalRequest, type ProposalView } from './proposing/proposals.js';
import { BadRowsFile, type BadRowsTable } from './reasons/bad-rows-file.js';
import type { ReasonLanguage } from './reasons/reasons-column.js';
import { ImportReception } from './receiving/import-reception.js';
import {
  ImportReading,
  type ImportErrorFilter,
  type ImportFilter,
  type PreviewFilter,
} from './standing/import-reading.js';
import { BadRowsRemoval } from './standing/bad-rows-removal.js';
import { ImportSweep, type ImportSweepOutcome } from './standing/import-sweep.js';

/** Files on their way into the house. */
@Injectable()
export class Imports {
  constructor(
    private readonly reception: ImportReception,
    private readonly application: ImportApplication,
    private readonly stopping: ImportStopping,
    private readonly reading: ImportReading,
    private readonly sweeping: ImportSweep,
    private readonly badRowsRemoval: BadRowsRemoval,
    private readonly proposals: Proposals,
    private readonly badRowsFile: BadRowsFile,
  ) {}

  /**
   * Reads a file row by row as its bytes come; for those whom its kind allows. Gives the import once
   * all rows were checked: `applying` (a worker goes on), `previewed` or `refused`. A request with the
   * Idempotency-Key of an earlier one gives that one's import; its file is read to the end and held
   * against the first, unless that never came whole.
   *
   * @throws RoleMissing, what the target's requireAllowed throws, IdempotencyKeyReused; ColumnsRefused
   * and what the target's checkColumns throws, before anything is kept; what makes the file
   * unreadable (UploadTooLarge, UploadInterrupted, and those of openTable), after which the import
   * stands as `failed`; ImportCancelled.
   */
  receive(actor: Actor, request: NewImport, bytes: ByteSource): Promise<ImportView> {
    return this.reception.receive(actor, request, bytes);
  }

  /**
   * Proposes what the headers of a file stand for, from a saved mapping, the words for its columns in
   * five languages and what is near them. Keeps nothing. Of a text file its first part does.
   *
   * @throws RoleMissing; those of openTable
   */
  propose(actor: Actor, request: ProposalRequest, bytes: ByteSource): Promise<ProposalView> {
    return this.proposals.propose(actor, request, bytes);
  }

  /** The organisation's imports of the kinds that the actor may see, newest first. @throws RoleMissing, InvalidCursor */
  list(actor: Actor, filter: ImportFilter = {}): Promise<Page<ImportView>> {
    return this.reading.list(actor, filter);
  }

  /** How one import stands. @throws RoleMissing, ImportNotFound */
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
   * The bad rows as their file had them (the first 10,000), with a column that says what is wrong with
   * each: mended and brought in again, that column is ignored. For those who may bring such files in;
   * recorded, since it shows what the file held. They are kept until `badRowsUntil` of the import; then the
   * file has none.
   *
   * @throws RoleMissing, ImportNotFound
   */
  badRows(actor: Actor, importId: string, language: ReasonLanguage): Promise<BadRowsTable> {
    return this.badRowsFile.open(actor, importId, language);
  }

  /**
   * What a dry run found that each good row would do: added, changed (with the names of the fields),
   * unchanged. Empty for an import that was no dry run.
   *
   * @throws RoleMissing, ImportNotFound, InvalidCursor
   */
  preview(
    actor: Actor,
    importId: string,
    filter: PreviewFilter = {},
  ): Promise<Page<PreviewedRowView>> {
    return this.reading.preview(actor, importId, filter);
  }

  /**
   * Stops an import that is being received (nothing comes in) or applied: after the chunk at hand what
   * came in is taken back, where its kind can do that; otherwise it stays and the counts tell it.
   *
   * @throws RoleMissing, ImportNotFound, NothingToCancel
   */
  cancel(actor: Actor, importId: string): Promise<ImportView> {
    return this.stopping.cancel(actor, importId);
  }

  /**
   * Takes back what an applied import brought in, or one that was given up while it was applied or
   * taken back; a worker does it.
   *
   * @throws RoleMissing, ImportNotFound, NothingToUndo, UndoneAlready, what the target's requirePossible throws
   */
  undo(actor: Actor, importId: string): Promise<ImportView> {
    return this.stopping.undo(actor, importId);
  }

  /**
   * The worker's part: brings checked rows in, or takes back what came in, and tells the target at the
   * end. May be stopped at any point and called again; rows are neither lost nor doubled.
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

  /**
   * Queues again what a dead worker left, gives up what a dead upload left, removes bad rows 30 days after
   * the end of their import.
   */
  async sweep(): Promise<ImportSweepOutcome> {
    await this.badRowsRemoval.removeOld();
    return this.sweeping.sweep();
  }
}
