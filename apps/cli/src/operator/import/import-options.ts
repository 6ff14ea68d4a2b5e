import type { ImportMode, ReasonLanguage } from '@athar/imports';
import type { CollectionOptions } from './collection.js';

/** Arguments of `athar import`. */
export interface ImportOptions extends CollectionOptions {
  as: string;
  url: string;
  /** The file lists titles of photographs; neither this nor the next: entries. */
  titles?: true;
  /** The file holds reports of families. */
  reports?: true;
  /** How titles are read, one text a pattern. */
  pattern?: string[];
  mode: ImportMode;
  dryRun?: true;
  ignoreUnknown?: true;
  /** `header=column`, one text a column. */
  map?: string[];
  sheet?: string;
  headerRow?: number;
  encoding?: string;
  /** Of dates such as 5/6/2013. */
  dateOrder?: string;
  /** Id of a saved mapping, or none. */
  mapping?: string;
  saveMapping?: string;
  propose?: true;
  /** Uses what is proposed for headers that nothing certain is known of. */
  asProposed?: true;
  errorsFile?: string;
  language: ReasonLanguage;
  /** Ids of imports. */
  undo?: string;
  cancel?: string;
}
