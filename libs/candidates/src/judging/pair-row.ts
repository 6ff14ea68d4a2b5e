import type { Actor } from '@athar/access';
import type { Band } from '@athar/matching';
import type { KeptEvidence } from '../matching/sealed-evidence.js';
import type { LeavingReason, MatchState } from '../words.js';
import type { Standing } from './standing.js';

/** What the row of a pair of any kind has, with what one member may have to do with it. */
export interface PairRow extends KeptEvidence {
  id: string;
  version: number;
  state: MatchState;
  above_floor: boolean;
  round: number;
  centibits: number;
  probability: number;
  band: Band;
  model_version: string;
  evidence_reader: string | null;
  /** Both records may be worked with now. */
  live: boolean;
  entered_by_me: boolean;
  judged_by_me: boolean;
  judged_by_others: boolean;
  left_at: Date | null;
  left_because: LeavingReason | null;
  decided_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

export function standingOf(actor: Actor, row: PairRow): Standing {
  const { evidence_reader: reader } = row;
  return {
    state: row.state,
    aboveFloor: row.above_floor,
    live: row.live,
    enteredByMe: row.entered_by_me,
    judgedByMe: row.judged_by_me,
    judgedByOthers: row.judged_by_others,
    evidenceReader: reader === null ? 'nobody' : reader === actor.memberId ? 'me' : 'other',
  };
}

/** That another has judged is not to be noticed by who has not. */
export function stateFor(row: PairRow): MatchState {
  return row.state === 'judged_once' && !row.judged_by_me ? 'proposed' : row.state;
}
