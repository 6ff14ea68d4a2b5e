/** Where a proposed pair stands. */
export const matchStates = [
  'proposed',
  'judged_once',
  'confirmed',
  'rejected',
  'needs_information',
] as const;
export type MatchState = (typeof matchStates)[number];

/** One reviewer's view. */
export const verdicts = ['same_person', 'different', 'cannot_tell'] as const;
export type Verdict = (typeof verdicts)[number];

/** What two judgements add up to. Confirmed is no proof of death and no identification. */
export const outcomes = ['confirmed', 'rejected', 'needs_information'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why a reviewer judged so: a code for each thing that may agree, differ or be missing. */
export const judgementReasons = [
  'names_agree',
  'names_differ',
  'mother_agrees',
  'mother_differs',
  'age_agrees',
  'age_differs',
  'place_agrees',
  'place_differs',
  'number_agrees',
  'number_differs',
  'marks_agree',
  'marks_differ',
  'holder_agrees',
  'holder_differs',
  'dates_agree',
  'dates_conflict',
  'a_relative_instead',
  'too_little_known',
  'other',
] as const;
export type JudgementReason = (typeof judgementReasons)[number];

/**
 * Why matching took an undecided pair out of the queue. `below_floor`: the records are the same, weighed
 * anew they fit too little; `crowded_out`: as many others as are kept fit at least as well;
 * `record_changed`: one of the two changed and they fit too little now; `record_closed`: the other
 * record may not be compared any more. The last two also end what a reviewer had begun.
 */
export const leavingReasons = [
  'below_floor',
  'crowded_out',
  'record_changed',
  'record_closed',
] as const;
export type LeavingReason = (typeof leavingReasons)[number];

/** A side of a pair that changed since it was last judged. */
export type Side = 'report' | 'entry';

export function isDecided(state: MatchState): state is Outcome {
  return state !== 'proposed' && state !== 'judged_once';
}
