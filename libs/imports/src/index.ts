/** The one door of imports: files on their way into the house. */
export {
  headerLanguages,
  type AmbiguousHeader,
  type Cell,
  type ColumnVocabulary,
  type HeaderLanguage,
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
  type PreviewedRow,
  type RevisionRange,
  type RowProblems,
  type StagedRow,
} from './target/import-target.js';
export { ImportTargets } from './target/import-targets.js';
