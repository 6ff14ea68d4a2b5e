import type { ImportMode, ReasonLanguage } from '@athar/imports';
import type { CollectionOptions } from './collection.js';

/** Arguments of `athar import`. */
export interface ImportOptions extends CollectionOptions {
  as: string;
  url: string;
  mode: ImportMode;
  dryRun?: true;
  ignoreUnknown?: true;
  /** `header=column`, one text a column. */
  map?: string[];
  sheet?: string;
  headerRow?: number;
  encoding?: string;
  /** Id of a saved mapping, or none. */
  mapping?: string;
  saveMapping?: string;
  propose?: true;
  errorsFile?: string;
  language: ReasonLanguage;
  /** Ids of imports. */
  undo?: string;
  cancel?: string;
}
