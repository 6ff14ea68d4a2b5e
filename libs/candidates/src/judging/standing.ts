import type { Actor } from '@athar/access';
import { isDecided, type MatchState } from '../words.js';

/** How one member stands to one pair, in the pair's present round. */
export interface Standing {
  state: MatchState;
  aboveFloor: boolean;
  /** The report is open and so is its case. */
  live: boolean;
  enteredByMe: boolean;
  judgedByMe: boolean;
  judgedByOthers: boolean;
  /** Who was shown the evidence before judging. */
  evidenceReader: 'me' | 'other' | 'nobody';
}

type Who = Pick<Actor, 'roles'>;

/**
 * Whether the member may know that there is this pair. Before it was decided only reviewers may, and
 * not for a family with whom they sat themselves.
 */
export function mayOpen(who: Who, standing: Standing): boolean {
  if (isDecided(standing.state)) return true;
  return (
    who.roles.includes('reviewer') && standing.live && standing.aboveFloor && !standing.enteredByMe
  );
}

/** Whether the member may judge the pair now. */
export function isOpenForJudging({ state, live, aboveFloor }: Standing): boolean {
  return !isDecided(state) && live && aboveFloor;
}

/**
 * Whether bits, band and probability may be shown: `claim` where showing them makes the member the
 * one informed reviewer of the round. All others judge blind, also when they judge first; else a
 * pair read by two before either had judged would have no independent judgement at all.
 */
export function evidenceFor(who: Who, standing: Standing): 'shown' | 'claim' | 'hidden' {
  if (isDecided(standing.state)) return mayReview(who) ? 'shown' : 'hidden';
  if (!who.roles.includes('reviewer')) return 'hidden';
  if (standing.judgedByMe) return 'shown';
  if (standing.judgedByOthers || standing.evidenceReader === 'other') return 'hidden';
  return standing.evidenceReader === 'me' ? 'shown' : 'claim';
}

/** Whether the member may read what reviewers said: after judging, or once all is decided. */
export function mayKnowVerdicts(who: Who, standing: Standing): boolean {
  return mayReview(who) && (isDecided(standing.state) || standing.judgedByMe);
}

function mayReview(who: Who): boolean {
  return who.roles.includes('reviewer') || who.roles.includes('coordinator');
}
