import type { CivilRecord, EntryDocument, EntryNames } from '../entry-document.js';

/**
 * What an entry is made of. row: a line of a list; photographs: a group of photo titles; reading: a
 * settled reading of what is on a photograph; hand: a steward's correction.
 */
export const sourceKinds = ['row', 'photographs', 'reading', 'hand'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What one source says of a person; what it leaves out it says nothing about. */
export type SourceDocument = Partial<Omit<EntryDocument, 'names'>> & {
  names?: EntryNames | undefined;
};

/**
 * A correction by hand: what it names stands instead of what all other sources say, whole lists too;
 * null takes a value away.
 */
export type HandDocument = {
  [Field in keyof Omit<EntryDocument, PartByPart>]?: EntryDocument[Field] | null;
} & { names?: Parts<EntryNames>; civil?: Parts<CivilRecord> | null };
type PartByPart = 'names' | 'civil';
type Parts<Whole> = { [Part in keyof Whole]?: Whole[Part] | null };

/** Who or what wrote a version of a source. A member of no import wrote by hand. */
export interface SourceAuthor {
  memberId: string;
  importId?: string | undefined;
  /** Line of the import's file. */
  row?: number | undefined;
}

/** A source to be kept: new, or another version of the one that has this kind and identity. */
export interface SourceWrite {
  collectionId: string;
  kind: SourceKind;
  /**
   * What tells the source from others of its kind in its collection: text, of which a keyed digest is
   * kept, or that digest (of `sourceIdentity`).
   */
  identity: string | Buffer;
  /** The source that this is another version of, where its identity changed with what it says. */
  sourceId?: string | undefined;
  document: SourceDocument | HandDocument;
  /** The digest of the document, where it was made before; as the content of a staged row is. */
  content?: Buffer | undefined;
  by: SourceAuthor;
  /** Joins this entry of the same collection. Left out: stays where it is, else founds a new entry. */
  entryId?: string | undefined;
  /** Why it was corrected; sealed with the source. */
  reason?: string | undefined;
}

/** What became of one write, by the order of writes. */
export interface WrittenSource {
  entryId: string;
  sourceId: string;
  /** Of the source: its entry may well say the same as before. */
  outcome: 'added' | 'changed' | 'unchanged';
}

/** What writing did. The caller sends the match-entries job of `revisions` after commit. */
export interface SourcesWritten {
  sources: WrittenSource[];
  /** First and last of the registry's revisions that were given; null where no entry says anything else. */
  revisions: { first: bigint; last: bigint } | null;
}

/** What taking sources away did. The caller sends the match-entries job of `revisions` after commit. */
export interface SourcesRemoved {
  revisions: { first: bigint; last: bigint } | null;
}

/** A source goes to another entry of its collection; to a new one where none is named. */
export interface SourceMove {
  sourceId: string;
  entryId?: string | undefined;
}

/** Whose number it might be: what a row or a group of photographs says beside the number. */
export interface NumberQuery {
  number: string;
  branch?: string | undefined;
  /** EDTF. */
  dates?: readonly string[] | undefined;
}

/** A source that carries a number. */
export interface NumberedSource {
  sourceId: string;
  kind: SourceKind;
  /** True where an id of its own tells the source from others, and not the number. */
  hasOwnId: boolean;
  identity: Buffer;
  importId: string | null;
  branch?: string | undefined;
  dates: readonly string[];
}

/** An entry of which some source carries the number that was asked for. */
export interface NumberHolder {
  entryId: string;
  sources: readonly NumberedSource[];
  /** True where branch and dates, as far as known on both sides, can be the same person's. */
  fits: boolean;
}

/** Which source gave a field (`names.given`, `numbers`) its value; several for a united list. */
export type Provenance = Readonly<Record<string, readonly string[]>>;

/** Where a part of an entry comes from. */
export interface SourceSummary {
  id: string;
  kind: SourceKind;
  version: number;
  /** The import that brought this version, and its line; null where it was another organisation's or none. */
  importId: string | null;
  row: number | null;
  /** Who wrote it; null where it was a member of another organisation. */
  memberId: string | null;
  writtenAt: string;
}

/** A source with what it says, without a stated cause of death. */
export interface SourceView extends SourceSummary {
  document: SourceDocument | HandDocument;
  /** Why it was corrected by hand. */
  reason: string | null;
}

/** An earlier version of a source, or the last of one that was removed. */
export interface SourceVersionView extends SourceView {
  replacedAt: string;
  /** replaced by a newer version, moved to another entry, removed, or undone with its import. */
  ended: EndOfVersion;
}

export const endsOfVersion = ['replaced', 'moved', 'removed', 'undone'] as const;
export type EndOfVersion = (typeof endsOfVersion)[number];

/** What an entry is made of, and was. */
export interface EntryHistoryView {
  id: string;
  version: number;
  revision: string;
  removedAt: string | null;
  /** Oldest first. */
  sources: SourceView[];
  /** Newest first. */
  earlier: SourceVersionView[];
}
