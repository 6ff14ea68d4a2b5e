/** Photographs of an archive, by the titles that it gave them. */
export * from './errors.js';
export { NewArchives, type NewArchive } from './new-archives.js';
export { manifestRows } from './manifest.js';
export { PhotographFigures } from './photograph-figures.js';
export { PhotographHands, type MergeRequest, type SplitRequest } from './photograph-hands.js';
export { PhotographLists, type DayCounts, type UncertainFilter } from './photograph-lists.js';
export type {
  EntryPhotographs,
  PhotographChangeView,
  PhotographCounts,
  PhotographGroupView,
  PhotographView,
  TitleImportCounts,
} from './photographs-view.js';
export { storedGroupDoubts, type StoredGroupDoubt } from './group-doubts.js';
export type { GroupReason } from './group-row.js';
export { TitlePatternKeeping } from './title-pattern-keeping.js';
export { TitlesTarget } from './titles-target.js';
export { TitlesUndo } from './titles-undo.js';
export type { TitleSettingsChange, TitleSettingsView } from './title-settings.js';
