import { MODEL_VERSION } from '@athar/matching';

/** What a report says of its own matching. */
export interface MatchMarks {
  /** Counts the changes of the fields that matching looks at. */
  matchRevision: number;
  /** The match revision that was matched last; 0: none yet. */
  matchedRevision: number;
  matchedRegistryRevision: bigint;
  matchedModel?: string | null | undefined;
}

/** True where the report, as it is now, was matched against every entry up to a registry revision. */
export function isMatched(marks: MatchMarks, registryRevision: bigint): boolean {
  return (
    marks.matchedRevision === marks.matchRevision &&
    marks.matchedRegistryRevision >= registryRevision &&
    marks.matchedModel === MODEL_VERSION
  );
}
