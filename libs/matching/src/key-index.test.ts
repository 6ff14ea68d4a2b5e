import { MatchIndex } from './match-index.js';
import type { EntryRecord } from './records.js';

const men = ['سامر', 'خالد', 'ماجد', 'وليد', 'رامي', 'باسل', 'نزار', 'عمار', 'طارق', 'هيثم'];
const families = ['الحموي', 'العكيدي', 'السباعي', 'القصار', 'الدباغ', 'النجار', 'الحداد', 'الصباغ'];

/** All men of two names and a family: none is like another but in parts. */
const entries: EntryRecord[] = men.flatMap((given) =>
  men.flatMap((father) =>
    families.map((family, at) => ({
      id: `${given} ${father} ${family}`,
      name: `${given} ${father} ${family}`,
      ...(at === 0 && { detaineeNumber: `9${men.indexOf(given)}${men.indexOf(father)}1` }),
    })),
  ),
);

describe('a large index', () => {
  const index = MatchIndex.build(entries, { wholeUpTo: 0 });
  const first = (name: string) => index.rank({ id: 'r', name }, { limit: 3 })[0]?.entryId;

  it.each([
    ['Samer Khaled al-Hamwi', 'سامر خالد الحموي'],
    ['Tarek Walid Sebai', 'طارق وليد السباعي'],
    ['عمار باسل العكيدى', 'عمار باسل العكيدي'],
    ['نزار هيثم الدباع', 'نزار هيثم الدباغ'],
    ['الصباغ رامي ماجد', 'رامي ماجد الصباغ'],
  ])('finds %s whatever the spelling, error or order', (asked, found) => {
    expect(first(asked)).toBe(found);
  });

  it('puts the father of the name behind the man himself', () => {
    const ranked = index.rank({ id: 'r', name: 'سامر خالد الحموي' }, { limit: 800 });
    const place = (id: string) => ranked.findIndex(({ entryId }) => entryId === id);
    expect(place('خالد سامر الحموي')).toBeGreaterThan(place('سامر خالد الحموي'));
  });

  it('finds an entry by its number alone', () => {
    const nameless = { id: 'r', detaineeNumber: '9421' };
    expect(index.rank(nameless, { limit: 1 })[0]?.entryId).toBe('رامي ماجد الحموي');
  });

  it('gives as many as are asked for', () => {
    expect(index.rank({ id: 'r', name: 'سامر خالد الحموي' }, { limit: 90 })).toHaveLength(90);
  });

  it('forgets what was taken out, and knows what came', () => {
    const changing = MatchIndex.build(entries, { wholeUpTo: 0 });
    const asked = { id: 'r', name: 'Samer Khaled al-Hamwi' };
    expect(changing.rank(asked, { limit: 1 })[0]?.entryId).toBe('سامر خالد الحموي');
    changing.remove(['سامر خالد الحموي']);
    expect(changing.rank(asked, { limit: 1 })[0]?.entryId).not.toBe('سامر خالد الحموي');
    changing.upsert([{ id: 'new', name: 'Samir Halid Hamvi' }]);
    expect(changing.rank(asked, { limit: 1 })[0]?.entryId).toBe('new');
  });
});
