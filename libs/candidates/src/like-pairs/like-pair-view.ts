import type { Actor } from '@athar/access';
import type { Band } from '@athar/matching';
import type { Assessment, JudgementView } from '../judging/candidate-view.js';
import { leavingOf, type Leaving } from '../judging/leaving.js';
import { standingOf, stateFor } from '../judging/pair-row.js';
import { evidenceFor } from '../judging/standing.js';
import { isDecided, type MatchState, type Outcome } from '../words.js';
import type { LikePairRow } from './like-pair-row.js';

/** A pair in a list: enough to choose it, without a name. */
export interface LikePairSummary {
  id: string;
  /** Counts what a reviewer would have to look at again; send it as If-Match. */
  version: number;
  leftId: string;
  rightId: string;
  /** `judged_once` only for who has judged in this round; others see `proposed`. */
  state: MatchState;
  /** 1 for the first; one more each time the pair came back. */
  round: number;
  returned: boolean;
  /** Null while the member may not see it. */
  band: Band | null;
  decidedAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** A pair that left the queue without a judgement. */
export interface LeftLikePair extends LikePairSummary, Leaving {}

/** A decision that may be another organisation's, of whom nothing is said. */
export interface LikeDecisionView {
  sequence: number;
  round: number;
  outcome: Outcome | 'revoked';
  /** Null where it was decided in another organisation. */
  decidedBy: string | null;
  /** Null also where another organisation wrote one. */
  note: string | null;
  createdAt: string;
}

export type LikeSide = 'left' | 'right';

/** A pair with both sides opened, as far as this member may see it. */
export interface LikePairView<Side> extends LikePairSummary {
  /** Which sides changed since the pair was last judged, or decided. */
  changed: LikeSide[];
  left: Side;
  right: Side;
  /** Null until the member has judged, where another is or was the informed one. */
  assessment: Omit<Assessment, 'fitsEqually'> | null;
  ownJudgement: JudgementView | null;
  /** Of members of the own organisation, newest round first; null while they may not be known. */
  judgements: JudgementView[] | null;
  /** Newest first; null while the member may not know them. */
  decisions: LikeDecisionView[] | null;
}

export function summaryOf(actor: Actor, row: LikePairRow): LikePairSummary {
  const shown = evidenceFor(actor, standingOf(actor, row)) === 'shown';
  return {
    id: row.id,
    version: row.version,
    leftId: row.left_id,
    rightId: row.right_id,
    state: stateFor(row),
    round: row.round,
    returned: row.round > 1,
    band: shown ? row.band : null,
    decidedAt: isDecided(row.state) ? (row.decided_at?.toISOString() ?? null) : null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

export function leftPairOf(actor: Actor, row: LikePairRow): LeftLikePair {
  return { ...summaryOf(actor, row), ...leavingOf(row) };
}
