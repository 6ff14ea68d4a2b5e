import type { EntityManager } from 'typeorm';
import type { Actor, MemberRole } from '@athar/access';
import type { Problem } from '@athar/diagnostics';
import type { Seal } from '@athar/persistence';
import type { ColumnVocabulary, RowManner, TargetRow } from '../columns/vocabulary.js';
import type { ReasonTexts } from '../reasons/reason-texts.js';

/** What files can become. Every kind has one target, handed in by the room that keeps it. */
export const importKinds = ['entries', 'titles', 'reports'] as const;
export type ImportKind = (typeof importKinds)[number];

/** The import that rows belong to, and the seal that its rows wait under. */
export interface ImportScope {
  importId: string;
  organisationId: string;
  memberId: string;
  /** Null for a kind that goes into no collection. */
  collectionId: string | null;
  /** What the collection is to be, while a file for a new one is received: there is none of this id yet. */
  newPlace?: object;
  seal: Seal;
}

/** A row that may come in, and what it is known by. */
export interface GoodRow<Document> {
  /** Two rows of one file may not have the same; it is kept as a keyed digest. */
  identity: string;
  /** What rows share that may be about the same person or thing; digested too. */
  group?: string;
  /** The column that it is known by, where that is not the target's `identityColumn`. */
  knownBy?: string;
  /** JSON; it waits sealed. */
  document: Document;
}

/** A good row with its digests. `number` is its line of the file, or row of the sheet. */
export interface StagedRow<Document> {
  number: number;
  identity: Buffer;
  group: Buffer | null;
  /** Digest of the document as canonical JSON. */
  content: Buffer;
  document: Document;
}

/** What a row that could not be used is told. */
export interface RowProblems {
  number: number;
  problems: readonly Problem[];
}

/** Registry revisions, both inclusive. */
export interface RevisionRange {
  first: bigint;
  last: bigint;
}

/** What a chunk of rows did. Every row is counted once, or told of in `problems`. */
export interface ChunkOutcome {
  added: number;
  changed: number;
  unchanged: number;
  problems?: readonly RowProblems[];
  /** Revisions that the chunk has raised, where the kind has revisions. */
  revisions?: RevisionRange;
}

/** What bringing in a row would do. */
export interface PreviewedRow {
  number: number;
  outcome: 'added' | 'changed' | 'unchanged';
  /** Names of the document's fields that would change; never values. */
  fields: readonly string[];
}

/** Keyed digests have a purpose, so that equal texts of two kinds have nothing in common. */
export interface DigestPurposes {
  identity: string;
  group: string;
  content: string;
}

/** Of the rows of an import that is undone: how many of what they say is there still, and why. */
export interface StayedRows {
  /** named-by-import: `importId`, which stands, says it too; worked-with: people judged or changed it since. */
  why: 'named-by-import' | 'worked-with';
  importId?: string;
  rows: number;
}

/** How a kind takes back what an import brought in. */
export interface ImportUndo {
  /**
   * In the transaction that begins it.
   *
   * @param asking who is to be told what stands in the way; left out: nobody.
   * @throws CodedError of kind conflict where it must not be.
   */
  requirePossible(manager: EntityManager, scope: ImportScope, asking?: Actor): Promise<void>;
  /**
   * Takes back up to `size` of what the import still has in; `undone` 0 tells that nothing is left.
   * One transaction a call.
   */
  undoChunk(
    manager: EntityManager,
    scope: ImportScope,
    size: number,
  ): Promise<{ undone: number; revisions?: RevisionRange }>;
  /** What is there still once nothing is left to take back; asked in the transaction that ends it. */
  stayed(manager: EntityManager, scope: ImportScope): Promise<readonly StayedRows[]>;
}

/** How a kind makes a place for a file that goes to none yet. */
export interface NewPlaces {
  /** Before anything of the file is read. @throws CodedError where no such place can be made */
  check(wanted: object): void;
  /** Makes the place under the scope's collectionId, once the file came in whole. */
  make(manager: EntityManager, actor: Actor, id: string, wanted: object): Promise<void>;
}

/**
 * What the rows of a file become. A room implements it in a Nest provider and hands it to
 * `ImportTargets.add` in `onModuleInit`.
 */
export interface ImportTarget<Document = unknown> {
  readonly kind: ImportKind;
  /** Whose key staged rows wait under. */
  readonly sealedFor: 'registry' | 'organisation';
  /** Who may bring files in, and who may see how that went. */
  readonly roles: { bring: readonly MemberRole[]; read: readonly MemberRole[] };
  readonly vocabulary: ColumnVocabulary;
  /** The column that doubled rows are told by. */
  readonly identityColumn: string;
  /** What each code of its own problems is told in; codes that any kind has are known already. */
  readonly reasons: ReasonTexts;
  /**
   * Rows that are applied, or taken back, in one transaction; 500 where it is left out. More where rows
   * of a whole file hang together, so that less is looked at again with each chunk.
   */
  readonly chunkSize?: number;

  /** Whether the actor may bring a file into this place. @throws CodedError (not-found, forbidden) */
  requireAllowed(manager: EntityManager, actor: Actor, collectionId: string | null): Promise<void>;
  /**
   * Called with the columns that a file's headers mean, and the place that is made for it, if one is.
   * @throws CodedError where a column is needed, or something told of the place
   */
  checkColumns(columns: ReadonlySet<string>, newPlace?: object): void;
  /** Reads one row; pure, never throws. */
  readRow(row: TargetRow, manner?: RowManner): GoodRow<Document> | { problems: Problem[] };
  digestPurposes(collectionId: string | null): DigestPurposes;

  /**
   * Problems of good rows that only the database or earlier rows of the file tell, asked while the
   * file is received: dry runs and all_or_nothing know them too.
   * @param earlier rows of this import, staged before these, of the given groups.
   */
  checkBatch?(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly StagedRow<Document>[],
    earlier: (groups: readonly Buffer[]) => Promise<StagedRow<Document>[]>,
  ): Promise<readonly RowProblems[]>;
  /** What bringing the rows in would do; changes nothing. */
  preview(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly StagedRow<Document>[],
  ): Promise<readonly PreviewedRow[]>;
  /**
   * What the rows of a dry run would make together, as counts by name: what no row tells alone. Asked
   * once, after all were previewed. Left out: nothing more is told.
   */
  foresee?(
    manager: EntityManager,
    scope: ImportScope,
    rows: AsyncIterable<readonly StagedRow<Document>[]>,
  ): Promise<Readonly<Record<string, number>>>;
  /** Brings rows in, in the caller's transaction. The same rows again change nothing. */
  applyChunk(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly StagedRow<Document>[],
  ): Promise<ChunkOutcome>;
  /** After the last commit of applying or undoing; what is lost here, a sweep must repair. */
  settled?(scope: Omit<ImportScope, 'seal'>, revisions: RevisionRange | null): Promise<void>;
  undo?: ImportUndo;
  /**
   * Which of these collections may not leave the house by an export today, and why, as a code; so that
   * who brings a file in learns it then. Left out: the kind is in no collection.
   */
  exportsClosed?(
    manager: EntityManager,
    collectionIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
  /** Left out: files of the kind go only to places that are there. */
  places?: NewPlaces;
}
