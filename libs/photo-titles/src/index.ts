/** The one door of photo-titles: from a manifest's lines to prisoners. Pure. */
export { titleFields, type TitleField } from './pattern/fields.js';
export { PatternError } from './pattern/pattern-error.js';
export type { PhotoTitle, TitlePart } from './pattern/photo-title.js';
export { textOf, type Reading } from './pattern/title-pattern.js';
export { TitlePatterns, type PatternsReading, type Stop } from './pattern/title-patterns.js';
export { tryPattern, tryPatterns, type Trial } from './pattern/try-pattern.js';
export { ListingReader, listingKinds, type ListingKind } from './listing/listing-reader.js';
export { foldNumber, textOfKey } from './grouping/group-key.js';
export { groupPhotographs } from './grouping/group-photographs.js';
export {
  groupDoubts,
  type GroupDoubt,
  type GroupKey,
  type GroupingRules,
  type HandLabel,
  type Photograph,
  type PhotographGroup,
} from './grouping/photograph.js';
export {
  ARCHIVE_MAXIMUM_A_DAY,
  photographsADay,
  type DayCount,
} from './grouping/photographs-a-day.js';
export { sequenceOf, type SequenceReport } from './grouping/sequence.js';
