import { Injectable } from '@nestjs/common';
import { Reports, type MatchableReport } from '@athar/cases';
import { Database } from '@athar/persistence';
import type { JobPayloads } from '@athar/queue';
import { Registry } from '@athar/registry';
import { readChangedShelf, type ChangedShelf } from '../changed-shelf.js';
import type { LiveShelf } from '../live-shelf.js';
import type { LockedReport } from '../locked-report.js';
import { isMatched, type MatchMarks } from '../match-marks.js';
import { PairMatcher } from '../pair-matcher.js';
import { RegistryIndex } from '../registry-index.js';
import { laggingOf } from './lagging.js';
import { inLanes } from './lanes.js';

export type Chunk = JobPayloads['match-chunk'];

/** What became of a chunk. */
export interface ChunkOutcome {
  /** How many reports were matched. */
  matched: number;
  /** Ids of reports that cannot be opened. */
  broken: string[];
}

/** Reports of one transaction: a killed worker loses no more, and their rows are not held for long. */
const AT_ONCE = 100;

/** While the one waits for the database, the other searches. */
const LANES = 2;

/** Matches one chunk of a batch, in whichever process or thread. */
@Injectable()
export class ChunkMatching {
  /** The last shelf read: the chunks of one import follow each other. */
  private kept: Promise<ChangedShelf | undefined> = Promise.resolve(undefined);

  constructor(
    private readonly database: Database,
    private readonly index: RegistryIndex,
    private readonly registry: Registry,
    private readonly matcher: PairMatcher,
    private readonly reports: Reports,
  ) {}

  /**
   * Matches what still lags of a chunk. Reports that were matched against everything before
   * `fromRevision`, by the names that are counted now, need only the changed entries, the others all. What
   * changed since the batch was planned is matched along with it: however many corrections come while the
   * reports are gone through, they are gone through once more for all of them.
   * Safe to repeat: what was matched already is passed over.
   */
  async match(chunk: Chunk): Promise<ChunkOutcome> {
    const to = BigInt(chunk.toRevision);
    const ids = await this.database.asMatcher((manager) => laggingOf(manager, to, chunk));
    const outcome: ChunkOutcome = { matched: 0, broken: [] };
    try {
      await inLanes(ids, { lanes: LANES, atOnce: AT_ONCE }, async (part) => {
        const { opened, broken } = await this.reports.allForMatching(part);
        outcome.broken.push(...broken);
        const matched = await this.matchAll(opened, BigInt(chunk.fromRevision), to);
        outcome.matched += matched;
      });
    } finally {
      await this.reports.markUnreadable(outcome.broken);
    }
    return outcome;
  }

  private async matchAll(
    reports: readonly MatchableReport[],
    from: bigint,
    to: bigint,
  ): Promise<number> {
    const whole = await this.index.catchUp();
    const { model, revision } = whole;
    const light = reports.filter((report) => isLight(report, from, model));
    const others = reports.filter((report) => !isLight(report, from, model));
    const accept = (now: LockedReport) => !isMatched(now, revision);
    const matched = await this.matcher.match(others, whole, { accept });
    if (light.length === 0) return matched.length;
    const shelf = await this.shelfOf(from, to, whole);
    const lightly = await this.matcher.match(light, shelf, {
      among: shelf.changed,
      accept: (now) => isLight(now, from, shelf.model) && !isMatched(now, shelf.revision),
    });
    return matched.length + lightly.length;
  }

  /** One after another, so that nobody reads what another is reading. */
  private shelfOf(from: bigint, to: bigint, whole: LiveShelf): Promise<ChangedShelf> {
    const mine = this.kept.then((kept) => {
      const fits = kept?.from === from && kept.revision >= to && kept.model === whole.model;
      return fits ? kept : readChangedShelf(this.registry, from, whole.revision, whole);
    });
    this.kept = mine.catch(() => undefined);
    return mine;
  }
}

/** True where what is stored of a report's other pairs is as good as new. */
function isLight(marks: MatchMarks, from: bigint, model: string): boolean {
  return isMatched(marks, from) && marks.matchedModel === model;
}
