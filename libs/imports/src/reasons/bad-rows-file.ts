import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing, type Seal } from '@athar/persistence';
import { withColumn, type OutputColumn, type TableFormat } from '@athar/tabular';
import type { ReadAs, StoredErrorDetail } from '../import-view.js';
import type { RawCells } from '../receiving/batch.js';
import { badCellsPlace, errorPlace, readAsOf } from '../standing/import-row.js';
import { readImport, recordImport } from '../standing/import-state.js';
import type { ImportKind } from '../target/import-target.js';
import { ImportTargets } from '../target/import-targets.js';
import { reasonsOf } from './reason-texts.js';
import { isReasonsHeader, reasonsHeader, type ReasonLanguage } from './reasons-column.js';

/** A table of the bad rows, as their file had them, with the reasons beside them. */
export interface BadRowsTable {
  /** Of the file that they came from; where that was no table, one that holds its rows. */
  format: TableFormat;
  columns: readonly OutputColumn[];
  rows: AsyncIterable<Record<string, string>>;
}

interface BadRowRecord {
  row_number: number;
  cells: Buffer;
  errors: { ordinal: number; code: string; detail: string }[];
}

const rowsAtOnce = 500;

/** Gives bad rows back for mending. */
@Injectable()
export class BadRowsFile {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
    private readonly targets: ImportTargets,
  ) {}

  /** See Imports.badRows. */
  async open(actor: Actor, importId: string, language: ReasonLanguage): Promise<BadRowsTable> {
    this.targets.requireRoleOfAny(actor, 'bring');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const row = await readImport(manager, importId);
      requireRole(actor, ...this.targets.of(row.target).roles.bring);
      const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
      const readAs = readAsOf(seal, row);
      const table = withoutReasons(readAs);
      const beyond = await surplusOf(manager, importId);
      const { columns, added } = withColumn(table, reasonsHeader[language], beyond);
      await recordImport(manager, this.audit, row, 'import.bad-rows-read', actor.memberId);
      const from = { importId, kind: row.target, language, seal, added };
      return { format: readAs.badRowsAs ?? row.format, columns, rows: this.rowsOf(actor, from) };
    });
  }

  private async *rowsOf(actor: Actor, from: Source): AsyncGenerator<Record<string, string>> {
    let after = 0;
    for (;;) {
      const rows = await this.readAfter(actor, from.importId, after);
      for (const row of rows) yield this.mendable(from, row);
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.row_number;
    }
  }

  private readAfter(actor: Actor, importId: string, after: number): Promise<BadRowRecord[]> {
    return this.database.inOrganisation(actor.organisationId, (manager) =>
      manager.query(
        `SELECT b.row_number, b.cells,
                (SELECT json_agg(json_build_object('ordinal', e.ordinal, 'code', e.code,
                                                   'detail', encode(e.detail, 'hex'))
                                 ORDER BY e.ordinal)
                 FROM import_errors e
                 WHERE e.import_id = b.import_id AND e.row_number = b.row_number) AS errors
         FROM import_bad_rows b WHERE b.import_id = $1 AND b.row_number > $2
         ORDER BY b.row_number LIMIT $3`,
        [importId, after, rowsAtOnce],
      ),
    );
  }

  private mendable(from: Source, row: BadRowRecord): Record<string, string> {
    const { importId, seal, language, kind, added } = from;
    const cells = seal.openJson<RawCells>(badCellsPlace(importId, row.row_number), row.cells);
    const problems = row.errors.map(({ ordinal, code, detail }) => {
      const place = errorPlace(importId, row.row_number, ordinal);
      const told = seal.openJson<StoredErrorDetail>(place, Buffer.from(detail, 'hex'));
      return { code, ...told };
    });
    const reasons = reasonsOf(problems, this.targets.of(kind).reasons, language);
    const kept = Object.entries(cells).filter(([header]) => !isReasonsHeader(header));
    return { ...Object.fromEntries(kept), [added]: reasons };
  }
}

interface Source {
  importId: string;
  kind: ImportKind;
  language: ReasonLanguage;
  seal: Seal;
  /** The name of the column of reasons. */
  added: string;
}

function withoutReasons({ columns, headers }: ReadAs): Pick<ReadAs, 'columns' | 'headers'> {
  const kept = columns.map((column) => !isReasonsHeader(column));
  return {
    columns: columns.filter((_, index) => kept[index]),
    headers: headers.filter((_, index) => kept[index]),
  };
}

/** How many cells beyond the header the rows have at most, so that none is lost. */
async function surplusOf(manager: EntityManager, importId: string): Promise<number> {
  const [row] = await manager.query<{ most: number | null }[]>(
    'SELECT max(surplus) AS most FROM import_bad_rows WHERE import_id = $1',
    [importId],
  );
  return row?.most ?? 0;
}
