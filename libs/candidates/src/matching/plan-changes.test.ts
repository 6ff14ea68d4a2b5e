import { planChanges, type StoredPair, type WeighedPair } from './plan-changes.js';
import { isDecided, matchStates, type MatchState } from '../words.js';

const digest = (text: string) => Buffer.from(text);

const weighed = (entryId: string, material = 'e1', centibits = 500): WeighedPair => ({
  entryId,
  centibits,
  probability: 0.97,
  band: 'strong',
  evidence: [['name', 'same', centibits]],
  entryMaterial: digest(material),
});

const stored = (state: MatchState, over: Partial<StoredPair> = {}): StoredPair => ({
  id: 'pair',
  entryId: 'entry',
  state,
  aboveFloor: true,
  opened: false,
  centibits: 500,
  modelVersion: 'm1',
  reportFingerprint: digest('r1'),
  entryMaterial: digest('e1'),
  ...over,
});

const now = (report = 'r1', material: string | undefined = 'e1', modelVersion = 'm1') => ({
  modelVersion,
  reportFingerprint: digest(report),
  materialOf: () => (material === undefined ? undefined : digest(material)),
});

const kinds = (changes: ReturnType<typeof planChanges>) => changes.map(({ kind }) => kind);

describe('planChanges', () => {
  it('changes nothing where the search found what is stored', () => {
    for (const state of matchStates) {
      expect(planChanges([stored(state)], [weighed('entry')], now())).toEqual([]);
    }
  });

  it('proposes a pair that is not stored', () => {
    expect(
      kinds(planChanges([stored('proposed')], [weighed('entry'), weighed('b')], now())),
    ).toEqual(['propose']);
  });

  it.each([
    ['report', now('r2'), weighed('entry')],
    ['entry', now('r1', 'e2'), weighed('entry', 'e2')],
  ])(
    'begins a new round for whatever was judged but not confirmed: %s changed',
    (_, sides, pair) => {
      const planned = matchStates.map((state) =>
        kinds(planChanges([stored(state)], [pair], sides)),
      );
      expect(Object.fromEntries(matchStates.map((state, at) => [state, planned[at]]))).toEqual({
        proposed: ['reweigh'],
        judged_once: ['renew'],
        confirmed: [],
        rejected: ['renew'],
        needs_information: ['renew'],
      });
    },
  );

  it('never touches a decided pair because of another model or another score', () => {
    for (const state of matchStates.filter(isDecided)) {
      const pair = weighed('entry', 'e1', 100);
      expect(planChanges([stored(state)], [pair], now('r1', 'e1', 'm2'))).toEqual([]);
      expect(planChanges([stored(state)], [], now('r1', 'e1', 'm2'))).toEqual([]);
    }
  });

  it('puts a pair back into the queue that fits again, and says that it comes', () => {
    const comes = (pair: StoredPair, sides = now()) =>
      planChanges([pair], [weighed('entry', 'e1', 400)], sides).map(
        (change) => 'comes' in change && change.comes,
      );
    expect(comes(stored('proposed', { aboveFloor: false }))).toEqual([true]);
    expect(comes(stored('rejected'), now('r2'))).toEqual([true]);
    expect(comes(stored('proposed'))).toEqual([false]);
    expect(comes(stored('judged_once'), now('r2'))).toEqual([false]);
  });

  it('lowers an undecided pair that was not found, once, and says why', () => {
    const lowered = (because: string) => [{ kind: 'lower', id: 'pair', because, newRound: false }];
    const pair = stored('proposed');
    expect(planChanges([pair], [], now('r1', 'e1', 'm2'))).toEqual(lowered('below_floor'));
    expect(planChanges([pair], [], { ...now(), full: true })).toEqual(lowered('crowded_out'));
    expect(planChanges([pair], [], now('r2'))).toEqual(lowered('record_changed'));
    const withdrawn = { ...now(), materialOf: () => undefined };
    expect(planChanges([pair], [], withdrawn)).toEqual(lowered('record_closed'));
    expect(planChanges([stored('proposed', { aboveFloor: false })], [], now())).toEqual([]);
  });

  it.each([
    ['judged once', stored('judged_once'), true],
    ['opened by a reviewer', stored('proposed', { opened: true }), false],
  ])('lets what was begun be finished, unless it is no more: %s', (_, begun, newRound) => {
    expect(planChanges([begun], [], now('r1', 'e1', 'm2'))).toEqual([]);
    expect(planChanges([begun], [], { ...now(), full: true })).toEqual([]);
    expect(planChanges([begun], [], now('r2'))).toMatchObject([{ kind: 'lower', newRound }]);
    const withdrawn = { ...now(), materialOf: () => undefined };
    expect(planChanges([begun], [], withdrawn)).toMatchObject([{ kind: 'lower', newRound }]);
  });
});
