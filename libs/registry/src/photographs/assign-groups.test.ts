import { groupPhotographs } from '@athar/photo-titles';
import { assignGroups, type FormerGroup } from './assign-groups.js';
import type { KnownPhotograph } from './photograph-row.js';

const rules = { windowDays: 7, byFolder: false };

function photograph(id: string, number: string, heldIn: string | null): KnownPhotograph {
  return { id, number, branch: '215', date: '2013-05-03', groupId: heldIn, heldIn };
}

function idsOf(photographs: KnownPhotograph[], former: FormerGroup[]): Record<string, string> {
  const known = new Map(photographs.map((one) => [one.id, one]));
  const groups = assignGroups(groupPhotographs(photographs, rules), known, former);
  return Object.fromEntries(groups.map((group) => [group.key.number, group.id]));
}

const former = (id: string, number: string) => ({ id, key: JSON.stringify([number, '215', null]) });

describe('a group of photographs', () => {
  it('stays who it was where it holds most of its photographs', () => {
    const photographs = [
      photograph('a', '7', 'seven'),
      photograph('b', '8', 'seven'),
      photograph('c', '8', 'seven'),
    ];
    const ids = idsOf(photographs, [former('seven', '7')]);
    expect(ids['8']).toBe('seven');
    expect(ids['7']).not.toBe('seven');
  });

  it('of which half left stays with those whose number it has', () => {
    const photographs = [photograph('a', '7', 'seven'), photograph('b', '5', 'seven')];
    expect(idsOf(photographs, [former('seven', '7')])['7']).toBe('seven');
  });

  it('that two come to be is the older one', () => {
    const photographs = [photograph('a', '7', 'young'), photograph('b', '7', 'old')];
    expect(idsOf(photographs, [former('old', '7'), former('young', '7')])).toEqual({ '7': 'old' });
  });
});
