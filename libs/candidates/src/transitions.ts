import type { MatchState, Outcome, Verdict } from './words.js';

/** What may happen to a pair. */
export const pairEvents = [
  'judged_first',
  'decided_confirmed',
  'decided_rejected',
  'decided_needs_information',
  'revoked',
  'material_changed',
] as const;
export type PairEvent = (typeof pairEvents)[number];

/**
 * Every transition there is; what is not here cannot happen. A changed field on either side brings
 * back whatever was not confirmed, since nobody has judged the pair as it is now. A confirmed pair
 * is only undone by a person.
 */
const transitions: Readonly<Record<MatchState, Partial<Record<PairEvent, MatchState>>>> = {
  proposed: { judged_first: 'judged_once' },
  judged_once: {
    decided_confirmed: 'confirmed',
    decided_rejected: 'rejected',
    decided_needs_information: 'needs_information',
    material_changed: 'proposed',
  },
  confirmed: { revoked: 'proposed' },
  rejected: { revoked: 'proposed', material_changed: 'proposed' },
  needs_information: { revoked: 'proposed', material_changed: 'proposed' },
};

/** The state after an event, or undefined where the event cannot happen in this state. */
export function next(state: MatchState, event: PairEvent): MatchState | undefined {
  return transitions[state][event];
}

/**
 * What two independent judgements add up to. Only agreement on same or different decides; doubt and
 * disagreement both mean that more must be known.
 */
export function outcomeOf(first: Verdict, second: Verdict): Outcome {
  if (first !== second || first === 'cannot_tell') return 'needs_information';
  return first === 'same_person' ? 'confirmed' : 'rejected';
}
