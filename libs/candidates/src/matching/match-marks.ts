import { isOfThisCode } from './model.js';

/** What a report says of its own matching. */
export interface MatchMarks {
  /** Counts the changes of the fields that matching looks at. */
  matchRevision: number;
  /** The match revision that was matched last; 0: none yet. */
  matchedRevision: number;
  matchedRegistryRevision: bigint;
  matchedModel?: string | null | undefined;
}

/**
 * True where the report, as it is now, was matched against every entry up to a registry revision. The
 * names counted then follow from the revision that it was matched against, which is that one or newer.
 */
export function isMatched(marks: MatchMarks, registryRevision: bigint): boolean {
  return (
    marks.matchedRevision === marks.matchRevision &&
    marks.matchedRegistryRevision >= registryRevision &&
    isOfThisCode(marks.matchedModel)
  );
}
