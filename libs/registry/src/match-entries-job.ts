import type { AddOptions, JobPayloads } from '@athar/queue';

/** Asks for matching the entries of revisions `first` to `last` with all open reports. */
export function matchEntriesJob(revisions: {
  first: bigint;
  last: bigint;
}): ['match-entries', JobPayloads['match-entries'], AddOptions] {
  const fromRevision = (revisions.first - 1n).toString();
  const toRevision = revisions.last.toString();
  return [
    'match-entries',
    { fromRevision, toRevision },
    { id: `entries-${fromRevision}-${toRevision}` },
  ];
}
