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

  it('puts a pair back into the queue that fits again', () => {
    const pair = stored('proposed', { aboveFloor: false });
    expect(kinds(planChanges([pair], [weighed('entry')], now()))).toEqual(['reweigh']);
  });

  it('lowers an undecided pair that was not found, once', () => {
    expect(planChanges([stored('proposed')], [], now())).toEqual([
      { kind: 'lower', id: 'pair', newRound: false },
    ]);
    expect(planChanges([stored('proposed', { aboveFloor: false })], [], now())).toEqual([]);
  });

  it('lets a judgement that was begun be finished, unless what was judged is no more', () => {
    const begun = stored('judged_once');
    expect(planChanges([begun], [], now('r1', 'e1', 'm2'))).toEqual([]);
    const lowered = [{ kind: 'lower', id: 'pair', newRound: true }];
    expect(planChanges([begun], [], now('r2'))).toEqual(lowered);
    const withdrawn = { ...now(), materialOf: () => undefined };
    expect(planChanges([begun], [], withdrawn)).toEqual(lowered);
  });
});
