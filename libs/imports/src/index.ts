/** The one door of imports: files on their way into the house. */
export {
  headerLanguages,
  type AmbiguousHeader,
  type Cell,
  type ColumnVocabulary,
  type FormVocabulary,
  type DateRead,
  type HeaderLanguage,
  type RowManner,
  type TargetRow,
} from './columns/vocabulary.js';
export {
  importKinds,
  type ChunkOutcome,
  type DigestPurposes,
  type GoodRow,
  type ImportKind,
  type ImportScope,
  type ImportTarget,
  type ImportUndo,
  type NewPlaces,
  type PreviewedRow,
  type RevisionRange,
  type RowProblems,
  type StagedRow,
  type StayedRows,
} from './target/import-target.js';
export { ImportTargets } from './target/import-targets.js';
export { canonicalJson } from './canonical-json.js';
export { mapInTurns } from './in-turns.js';
export { foldDigits, foldIdentity, foldWord } from './columns/fold.js';
export { isNoName, nameAdvice, nameFlaw, type NameFlaw } from './columns/name-flaw.js';
export { HeaderWords } from './columns/header-words.js';
export { RowCells, wordListOf, type CellCode, type WordList } from './columns/row-cells.js';
export * from './errors.js';
export {
  importModes,
  importStates,
  type FileOptions,
  type ImportCounts,
  type ImportErrorView,
  type ImportMode,
  type ImportState,
  type ImportView,
  type NewImport,
  type PreviewedRowView,
  type StayedView,
} from './import-view.js';
export { Imports } from './imports.js';
export { ImportsModule } from './imports.module.js';
export type { ImportErrorFilter, ImportFilter, PreviewFilter } from './standing/import-reading.js';
export type { ImportSweepOutcome } from './standing/import-sweep.js';
export type { MappingChange, MappingView, NewMapping } from './mappings/mapping.js';
export { Mappings, type MappingFilter } from './mappings/mappings.js';
export type { ProposalRequest, ProposalView } from './proposing/proposals.js';
export {
  proposalReasons,
  sureness,
  type ProposalReason,
  type ProposedColumn,
  type Sureness,
} from './proposing/propose-columns.js';
export type { BadRowsTable } from './reasons/bad-rows-file.js';
export type { ListWords, ReasonTexts } from './reasons/reason-texts.js';
export { isReasonsHeader, reasonLanguages, type ReasonLanguage } from './reasons/reasons-column.js';
