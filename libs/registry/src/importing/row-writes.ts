import type { EntityManager } from 'typeorm';
import type { RowProblems, StagedRow } from '@athar/imports';
import type { Seal } from '@athar/persistence';
import type { NewCollectionOfFile } from '../collection.js';
import type { EntryDocument } from '../entry-document.js';
import { numberIdentity } from '../reading/row-identity.js';
import { fitsNumber } from '../sources/fits-number.js';
import { readNumberBoard } from '../sources/number-holders.js';
import {
  openSource,
  sourceColumns,
  sourceIdentity,
  type SourceRow,
} from '../sources/source-row.js';
import type { NumberedSource, SourceWrite } from '../sources/source.js';
import { placeByNumber, type PlacedRow, type RowPlace } from './place-row.js';

type Staged = StagedRow<EntryDocument>;

/** The import that rows belong to. */
export interface RowScope {
  importId: string;
  memberId: string;
  collectionId: string;
  /** Where the collection is made only once the file came in whole. */
  newCollection?: NewCollectionOfFile;
  seal: Seal;
}

/** Rows as they are to be written, and those of which nobody knows where. */
export interface RowWrites {
  writes: { row: Staged; write: SourceWrite }[];
  /** Rows that say what their source says already. */
  unchanged: { row: Staged; sourceId: string }[];
  problems: RowProblems[];
}

/** Finds out for each row which source it is a new version of, or which entry it joins. */
export async function placeRows(
  manager: EntityManager,
  scope: RowScope,
  rows: readonly Staged[],
): Promise<RowWrites> {
  const { known, before } = await knownRows(manager, scope, rows);
  const unknown = rows.filter((row) => !known(row));
  const queries = unknown.map((row) => placed(row.document));
  const board = await readNumberBoard(manager, scope.seal, scope.collectionId, queries);
  const used = new Set(rows.flatMap((row) => known(row)?.id ?? []));
  const taken = (one: NumberedSource) => used.has(one.sourceId) || one.importId === scope.importId;
  const result: RowWrites = { writes: [], unchanged: [], problems: [] };
  for (const row of rows) {
    const query = placed(row.document);
    const fits = (one: SourceRow) => fitsNumber(saidBy(scope.seal, one), query, board.windowDays);
    const same = known(row) ?? before(row).find((one) => !used.has(one.id) && fits(one));
    if (same) used.add(same.id);
    if (same?.content.equals(row.content)) {
      result.unchanged.push({ row, sourceId: same.id });
      continue;
    }
    const place: RowPlace = same
      ? { kind: 'source', sourceId: same.id, entryId: same.entry_id }
      : placeByNumber(query, board.holders(query), taken, board.windowDays);
    if (place.kind === 'ambiguous') {
      result.problems.push({ number: row.number, problems: [place.problem] });
      continue;
    }
    if (place.kind === 'source') used.add(place.sourceId);
    // A later row of these must see that this one has joined the entry.
    if (place.kind !== 'new') board.note(place.entryId, query.number, numbered(scope, row, place));
    result.writes.push({ row, write: toWrite(scope, row, place) });
  }
  return result;
}

/** The source that has the identity of a row; and what may be it, of before windows told numbers apart. */
async function knownRows(
  manager: EntityManager,
  { collectionId, seal }: RowScope,
  rows: readonly Staged[],
) {
  const undated = new Map(rows.map((row) => [row, undatedIdentity(seal, collectionId, row)]));
  // Two look-ups by the index: for one condition with OR the whole collection may be read.
  const found = await manager.query<SourceRow[]>(
    `SELECT ${sourceColumns} FROM entry_sources s
     WHERE s.collection_id = $1 AND s.kind = 'row' AND s.identity = ANY($2::bytea[])
     UNION ALL
     SELECT ${sourceColumns} FROM entry_sources s
     WHERE s.collection_id = $1 AND s.kind = 'row' AND s.identity = ANY($3::bytea[]) AND s.sealed_as_entry`,
    [collectionId, rows.map((row) => row.identity), [...undated.values()].flat()],
  );
  const byIdentity = new Map(found.map((source) => [source.identity.toString('hex'), source]));
  const sourceOf = (identity: Buffer) => byIdentity.get(identity.toString('hex'));
  return {
    known: (row: Staged) => sourceOf(row.identity),
    before: (row: Staged) =>
      (undated.get(row) ?? []).flatMap((identity) => sourceOf(identity) ?? []),
  };
}

/** Number and branch alone were the identity once. */
function undatedIdentity(seal: Seal, collectionId: string, { document }: Staged): Buffer[] {
  const { number, branch, hasOwnId, dates } = placed(document);
  if (hasOwnId || dates === undefined) return [];
  return [sourceIdentity(seal, collectionId, numberIdentity(number, branch, []))];
}

function saidBy(seal: Seal, source: SourceRow): Pick<NumberedSource, 'branch' | 'dates'> {
  const { document } = openSource(seal, source);
  return { branch: document.branch ?? undefined, dates: document.photoDates ?? [] };
}

/** What a row says of whose it is. */
export function placed(document: EntryDocument): PlacedRow {
  return {
    hasOwnId: document.sourceId !== undefined,
    number: document.numbers[0]?.value ?? '',
    branch: document.branch,
    dates: document.photoDates,
  };
}

function numbered(
  { importId }: RowScope,
  { number, identity, document }: Staged,
  place: RowPlace,
): NumberedSource {
  const { hasOwnId, branch, dates = [] } = placed(document);
  const sourceId = place.kind === 'source' ? place.sourceId : `row ${number}`;
  return { sourceId, kind: 'row', hasOwnId, identity, importId, branch, dates };
}

function toWrite(
  { importId, memberId, collectionId }: RowScope,
  { number, identity, document, content }: Staged,
  place: RowPlace,
): SourceWrite {
  return {
    ...{ collectionId, kind: 'row', identity, document, content },
    by: { importId, memberId, row: number },
    sourceId: place.kind === 'source' ? place.sourceId : undefined,
    entryId: place.kind === 'entry' ? place.entryId : undefined,
  };
}
