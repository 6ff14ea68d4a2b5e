import { next, outcomeOf, pairEvents, type PairEvent } from './transitions.js';
import { matchStates, verdicts, type MatchState } from './words.js';

describe('outcomeOf', () => {
  it('confirms or rejects on agreement only, whoever judged first', () => {
    const decided = verdicts.flatMap((first) =>
      verdicts.map((second) => [first, second, outcomeOf(first, second)]),
    );
    expect(decided).toEqual([
      ['same_person', 'same_person', 'confirmed'],
      ['same_person', 'different', 'needs_information'],
      ['same_person', 'cannot_tell', 'needs_information'],
      ['different', 'same_person', 'needs_information'],
      ['different', 'different', 'rejected'],
      ['different', 'cannot_tell', 'needs_information'],
      ['cannot_tell', 'same_person', 'needs_information'],
      ['cannot_tell', 'different', 'needs_information'],
      ['cannot_tell', 'cannot_tell', 'needs_information'],
    ]);
  });
});

describe('next', () => {
  const allowed: [MatchState, PairEvent, MatchState][] = [
    ['proposed', 'judged_first', 'judged_once'],
    ['judged_once', 'decided_confirmed', 'confirmed'],
    ['judged_once', 'decided_rejected', 'rejected'],
    ['judged_once', 'decided_needs_information', 'needs_information'],
    ['judged_once', 'material_changed', 'proposed'],
    ['confirmed', 'revoked', 'proposed'],
    ['rejected', 'revoked', 'proposed'],
    ['rejected', 'material_changed', 'proposed'],
    ['needs_information', 'revoked', 'proposed'],
    ['needs_information', 'material_changed', 'proposed'],
  ];

  it('allows these transitions and no other', () => {
    for (const state of matchStates) {
      for (const event of pairEvents) {
        const expected = allowed.find(([from, by]) => from === state && by === event)?.[2];
        expect([state, event, next(state, event)]).toEqual([state, event, expected]);
      }
    }
  });

  it('decides nothing without a first judgement, and no score is an event', () => {
    const straight = pairEvents.filter((event) => event.startsWith('decided_'));
    expect(straight.map((event) => next('proposed', event))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
