import fc from 'fast-check';
import { groupPhotographs } from './group-photographs.js';
import type { Photograph } from './photograph.js';
import { photographsADay } from './photographs-a-day.js';
import { sequenceOf } from './sequence.js';

const rules = { windowDays: 7, byFolder: false };
let made = 0;
function photograph(given: Partial<Photograph> = {}): Photograph {
  made += 1;
  const id = given.id ?? `p${String(made).padStart(4, '0')}`;
  return { number: '12', branch: '215', date: '2013-05-03', ...given, id };
}

const ids = (groups: { photographs: Photograph[] }[]) =>
  groups.map((group) => group.photographs.map((one) => one.id));

describe('photographs become prisoners', () => {
  it('chains dates within the window; a greater gap is another prisoner', () => {
    const dates = ['2013-05-01', '2013-05-08', '2013-05-15', '2013-05-23'];
    const groups = groupPhotographs(
      dates.map((date) => photograph({ date })),
      rules,
    );
    expect(
      groups.map((group) => [group.firstDate, group.lastDate, group.gapBefore, group.gapAfter]),
    ).toEqual([
      ['2013-05-01', '2013-05-15', undefined, 8],
      ['2013-05-23', '2013-05-23', 8, undefined],
    ]);
    expect(groups.every((group) => group.doubts.length === 0)).toBe(true);
  });

  it('parts by branch, by the letter of the number and, where told, by folder', () => {
    const photographs = [
      photograph({ id: 'a', branch: 'فرع ٢١٥', folder: 'x' }),
      photograph({ id: 'b', branch: 'Branch 215', folder: 'y' }),
      photograph({ id: 'c', branch: '227' }),
      photograph({ id: 'd', suffix: 'b' }),
    ];
    expect(ids(groupPhotographs(photographs, rules))).toEqual([['a', 'b'], ['c'], ['d']]);
    expect(groupPhotographs(photographs, { ...rules, byFolder: true })).toHaveLength(4);
  });

  it('keeps what lacks branch or day by itself and says so', () => {
    const photographs = [
      photograph({ id: 'sure' }),
      { id: 'no branch', number: '12', date: '2013-05-03' },
      { id: 'no date', number: '12', branch: '215' },
      photograph({ id: 'month', date: '2013-05' }),
      photograph({ id: 'copy', branch: '215 (1)' }),
    ];
    const doubts = groupPhotographs(photographs, rules).map((group) => [
      group.photographs[0]?.id,
      group.doubts,
    ]);
    expect(Object.fromEntries(doubts)).toEqual({
      sure: [],
      'no branch': ['no-branch'],
      'no date': ['no-date'],
      month: ['date-not-a-day'],
      copy: ['brackets-in-branch'],
    });
  });

  it('leaves a group made by splitting as it is, whatever comes', () => {
    const label = { id: 'l', kind: 'split' as const };
    const groups = groupPhotographs(
      [photograph({ id: 'a' }), photograph({ id: 'b', label }), photograph({ id: 'new' })],
      rules,
    );
    expect(ids(groups)).toEqual([['a', 'new'], ['b']]);
    expect(groups.map((group) => group.gapBefore)).toEqual([undefined, 0]);
  });

  it('lets later photographs join a group made by merging, and tells of a choice', () => {
    const first = { id: 'm', kind: 'merged' as const };
    const second = { id: 'n', kind: 'merged' as const };
    const merged = [
      photograph({ id: 'a', label: first }),
      photograph({ id: 'b', number: '13', label: first }),
      photograph({ id: 'new', date: '2013-05-05' }),
    ];
    expect(ids(groupPhotographs(merged, rules))).toEqual([['a', 'b', 'new']]);
    const between = [...merged, photograph({ id: 'z', date: '2013-05-06', label: second })];
    const groups = groupPhotographs(between, rules);
    expect(ids(groups)).toEqual(
      [
        ['a', 'b'],
        ['z', 'new'],
      ].map((group) => expect.arrayContaining(group)),
    );
    expect(groups.map((group) => group.doubts)).toEqual([[], ['between-groups-made-by-hand']]);
  });

  it('puts every photograph into one group, in whatever order they come', () => {
    const some = fc.record({
      number: fc.constantFrom('1', '2'),
      branch: fc.constantFrom('215', '227'),
      day: fc.integer({ min: 1, max: 28 }),
      label: fc.constantFrom(undefined, 'l', 'm'),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), (given) => {
        const photographs = given.map(({ label, day, ...rest }, index): Photograph => ({
          ...rest,
          id: `p${index}`,
          date: `2013-05-${String(day).padStart(2, '0')}`,
          ...(label ? { label: { id: label, kind: label === 'l' ? 'split' : 'merged' } } : {}),
        }));
        const groups = groupPhotographs(photographs, rules);
        const backwards = groupPhotographs([...photographs].reverse(), rules);
        expect(ids(groups).flat().sort()).toEqual(photographs.map((one) => one.id).sort());
        expect(ids(backwards).sort()).toEqual(ids(groups).sort());
      }),
    );
  });
});

describe('photographs a day', () => {
  it('flags days with more than the archive ever had', () => {
    const many = Array.from({ length: 178 }, () => ({ date: '2013-05-03' }));
    expect(photographsADay([...many, { date: '2013-05-02' }, {}])).toEqual([
      { date: '2013-05-02', photographs: 1, aboveMaximum: false },
      { date: '2013-05-03', photographs: 178, aboveMaximum: true },
    ]);
  });
});

describe('the count of a prisoner’s photographs', () => {
  it('tells what is missing and what comes twice', () => {
    const photographs = [1, 2, 4, 4].map((sequence) => photograph({ sequence }));
    expect(sequenceOf(photographs)).toEqual({ missing: [3], doubled: [4] });
  });
});
