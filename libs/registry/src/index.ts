/** The one door of the registry: what the archives say. */
export {
  collectionKinds,
  type CollectionChange,
  type CollectionKind,
  type CollectionView,
  type NewCollection,
  type NewCollectionOfFile,
} from './collection.js';
export { REGISTRY_COLUMNS, type RegistryColumn } from './columns.js';
export * from './entry-document.js';
export {
  readReasons,
  type EntryReading,
  type EntrySource,
  type EntrySummary,
  type EntryView,
  type MatchableEntry,
  type ReadReason,
} from './entry-view.js';
export * from './errors.js';
export { CollectionTitles, type CollectionTitle } from './collection-titles.js';
export { Collections } from './collections.js';
export { Entries, type EntryFilter } from './entries.js';
export { Registry } from './registry.js';
export { matchEntriesJob } from './match-entries-job.js';
export * from './sources/index.js';
export { RegistryModule } from './registry.module.js';
export { Republication } from './republication.js';
export {
  heldBecause,
  heldBecauseSql,
  heldReasons,
  hiddenFromReview,
  type HeldReason,
} from './terms/held.js';
export { CollectionOfAnother, HoldReasonMissing, UnderLegalHold } from './terms/errors.js';
export { holdLiftReasons, type HoldLiftReason } from './terms/legal-hold.js';
export { confusionReasons, type ConfusionReason } from './numbers/confusable-digits.js';
export { NumberWithoutDigits } from './numbers/errors.js';
export { numberLikenesses, type NumberHit, type NumberLikeness } from './numbers/number-hit.js';
export {
  NumberSearch,
  type NumberSearchAnswer,
  type NumberSearchRequest,
} from './numbers/number-search.js';
export type { DigitConfusion } from './numbers/one-confusion.js';
export type { CollectionTerms } from './terms/collection-terms.js';
export { awaitedReadings, type AwaitedReading } from './readings/awaited.js';
export { STATED_NOT_EVIDENCE, type StatedCause } from './stated-cause.js';
export * from './photographs/index.js';
export {
  EntryExport,
  exportFormats,
  type ExportFormat,
  type ExportRequest,
} from './exporting/entry-export.js';
export {
  leftOutReasons,
  type ExportSummary,
  type LeftOutReason,
} from './exporting/exportable-rows.js';
export {
  InvalidReading,
  OtherReadingAwaited,
  ReadBefore,
  SeenInReview,
} from './readings/errors.js';
export { ReadingQueue, type WaitingFilter } from './readings/reading-queue.js';
export type {
  EntryReadingsView,
  ReadingTask,
  ReadingView,
  WaitingEntry,
} from './readings/reading-views.js';
export type {
  KeptReading,
  ReadNames,
  ReadNumber,
  Reading,
  Settlement,
} from './readings/reading.js';
export { ReadingsOfEntry } from './readings/readings-of-entry.js';
export { Readings, type RecordedReading } from './readings/readings.js';
