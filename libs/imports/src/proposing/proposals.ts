import { Inject, Injectable } from '@nestjs/common';
import { requireRole, type Actor } from '@athar/access';
import { CONFIG, type Config } from '@athar/config';
import { CodedError, type Problem } from '@athar/diagnostics';
import { Database } from '@athar/persistence';
import {
  openTable,
  type ByteSource,
  type SheetInfo,
  type Table,
  type TableFormat,
} from '@athar/tabular';
import type { FileOptions } from '../import-view.js';
import { MappingStore } from '../mappings/mapping-store.js';
import { MeteredBytes } from '../receiving/metered-bytes.js';
import type { ImportKind } from '../target/import-target.js';
import { ImportTargets } from '../target/import-targets.js';
import { proposeColumns, type ProposedColumn } from './propose-columns.js';

/** A file whose headers are to be understood; of a text file its first part does. */
export interface ProposalRequest extends FileOptions {
  kind: ImportKind;
  collectionId?: string | undefined;
  format: TableFormat;
}

/** What a file's headers most likely stand for. */
export interface ProposalView {
  kind: ImportKind;
  format: TableFormat;
  /** How it was read; null where the format has no such thing. */
  sheet: string | null;
  sheets: readonly SheetInfo[];
  headerRow: number | null;
  encoding: string | null;
  columns: (ProposedColumn & {
    /** In how many of the sampled rows the column holds something. */
    filled: number;
  })[];
  sampled: number;
  /**
   * Ready to be sent with the file: what is certain or likely, with an empty text for what is to be left
   * out. Guesses and headers without a proposal are not in it.
   */
  mapping: Record<string, string>;
  /** The saved mapping that the proposal follows. */
  mappingId: string | null;
  /** What the columns of `mapping` lack even so. */
  problems: readonly Problem[];
}

const mostSampled = 200;

/** Proposes what the headers of a file stand for. Keeps nothing of it. */
@Injectable()
export class Proposals {
  constructor(
    private readonly database: Database,
    private readonly targets: ImportTargets,
    private readonly store: MappingStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** See Imports.propose. */
  async propose(actor: Actor, request: ProposalRequest, source: ByteSource): Promise<ProposalView> {
    const target = this.targets.of(request.kind);
    requireRole(actor, ...target.roles.bring);
    const bytes = new MeteredBytes(source, this.config.http.uploadLimitBytes);
    const table = await openTable(bytes, request.format, {
      sheet: request.sheet,
      headerRow: request.headerRow,
      encoding: request.encoding,
    });
    try {
      const saved = await this.database.inOrganisation(actor.organisationId, (manager) =>
        this.store.find(
          manager,
          actor,
          { kind: request.kind, collectionId: request.collectionId ?? null },
          table.columns,
        ),
      );
      const words = this.targets.wordsOf(request.kind);
      const proposed = proposeColumns(table.columns, words, saved?.mapping);
      const { sampled, filled } = await sample(table);
      return {
        kind: request.kind,
        format: request.format,
        sheet: table.sheet ?? null,
        sheets: table.sheets ?? [],
        headerRow: table.headerRow ?? null,
        encoding: table.encoding ?? null,
        columns: proposed.map((column) => ({ ...column, filled: filled.get(column.header) ?? 0 })),
        sampled,
        mapping: mappingOf(proposed),
        mappingId: saved?.id ?? null,
        problems: problemsOf(() =>
          target.checkColumns(
            new Set(proposed.filter(isUsable).flatMap(({ column }) => column ?? [])),
          ),
        ),
      };
    } finally {
      await table.close();
    }
  }
}

/** Only a file's first part may be there: where it breaks off, what was seen is enough. */
async function sample(table: Table): Promise<{ sampled: number; filled: Map<string, number> }> {
  const filled = new Map<string, number>();
  let sampled = 0;
  try {
    for await (const { values } of table.rows) {
      sampled += 1;
      for (const [header, text] of Object.entries(values)) {
        if (text !== '') filled.set(header, (filled.get(header) ?? 0) + 1);
      }
      if (sampled === mostSampled) break;
    }
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
  }
  return { sampled, filled };
}

function mappingOf(proposed: readonly ProposedColumn[]): Record<string, string> {
  const told = proposed.filter(
    (of) => isUsable(of) && (of.column !== null || of.why === 'saved' || of.why === 'serial'),
  );
  return Object.fromEntries(told.map(({ header, column }) => [header, column ?? '']));
}

/** A guess is for a person: header by header. */
function isUsable({ sure }: ProposedColumn): boolean {
  return sure !== 'guess';
}

function problemsOf(check: () => void): readonly Problem[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof CodedError) return error.problems;
    throw error;
  }
}
