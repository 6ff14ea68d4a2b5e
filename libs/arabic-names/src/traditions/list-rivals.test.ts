import { ListRivals } from '../index.js';

const hits = (...scores: [name: string, score: number][]) =>
  scores.map(([name, score]) => ({ name, score }));

const SEARCHES = [
  { asked: 'سعيد', hits: hits(['Said', 0.99], ['Saad', 0.6]) },
  { asked: 'سعد', hits: hits(['Said', 0.97], ['Saad', 0.965]) },
];
const named = (found: readonly { name: string }[]) => found.map(({ name }) => name);

describe('ListRivals', () => {
  it('puts what another name fits better after what is as like', () => {
    const rivals = ListRivals.of(SEARCHES);
    const found = rivals.yield('سعد', SEARCHES[1]?.hits ?? []);
    expect(named(found)).toEqual(['Saad', 'Said']);
    expect(found[0]?.score).toBe(0.97);
    expect(named(rivals.yield('سعيد', SEARCHES[0]?.hits ?? []))).toEqual(['Said', 'Saad']);
  });

  it('leaves names where they are that are far more like, whoever else fits them', () => {
    const rivals = ListRivals.of([{ asked: 'سعيد', hits: hits(['Said', 0.999999]) }]);
    expect(named(rivals.yield('سعد', hits(['Said', 0.9], ['Saad', 0.1])))).toEqual([
      'Said',
      'Saad',
    ]);
  });

  it('takes nothing off for the same name asked twice', () => {
    const search = { asked: 'سعيد', hits: hits(['Said', 0.9], ['Sayed', 0.8]) };
    const rivals = ListRivals.of([search, search]);
    expect(rivals.yield(search.asked, search.hits)).toEqual(search.hits);
  });

  it('says nothing between names in one script, and where nothing was asked', () => {
    const latin = [{ asked: 'Said', hits: hits(['Saad', 0.9]) }];
    expect(ListRivals.of(latin).yield('سعد', hits(['Saad', 0.5]))[0]?.score).toBe(0.5);
    const arabic = ListRivals.of([{ asked: 'سعيد', hits: hits(['سعد', 0.9], ['Said', 0.9]) }]);
    const found = hits(['سعد', 0.8], ['Saed', 0.7]);
    expect(arabic.yield('سعاد', found)).toEqual(found);
    expect(arabic.yield('Saad', hits(['Said', 0.5]))).toEqual(hits(['Said', 0.5]));
    expect(arabic.yield('سعاد', [])).toEqual([]);
  });
});
