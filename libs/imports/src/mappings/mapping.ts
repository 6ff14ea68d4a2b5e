import type { DateOrder } from '@athar/dates';
import type { ImportKind } from '../target/import-target.js';

/** What the headers of a kind of files stand for, kept for the next file with the same headers. */
export interface MappingView {
  id: string;
  kind: ImportKind;
  /** Null: for all collections of the organisation. */
  collectionId: string | null;
  name: string;
  /** The set of headers that it is for, in the order of the file it was saved from. */
  headers: string[];
  /** Header to column, where they differ; empty text leaves the column out. */
  mapping: Record<string, string>;
  /** Leaves out columns that are not known. */
  ignoreUnknown: boolean;
  /** Of the dates of such files; null where nobody has told it. */
  dateOrder: DateOrder | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export type MappingContent = Pick<
  MappingView,
  'headers' | 'mapping' | 'ignoreUnknown' | 'dateOrder'
>;

export interface NewMapping extends MappingContent {
  kind: ImportKind;
  collectionId?: string | undefined;
  name: string;
}

/** What is left out stays. */
export type MappingChange = Partial<{
  [K in 'name' | keyof MappingContent]: NewMapping[K] | undefined;
}>;
