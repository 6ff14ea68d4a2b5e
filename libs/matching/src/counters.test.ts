import { Counters } from './counters.js';

describe('Counters', () => {
  it('are 0 where nothing was put, however far', () => {
    const counters = new Counters();
    counters.put(3, 7);
    expect([0, 3, 64, 100_000].map((place) => counters.at(place))).toEqual([0, 7, 0, 0]);
  });

  it('keep what was put when they grow', () => {
    const counters = new Counters();
    for (let place = 0; place < 1000; place += 1) counters.put(place, place + 1);
    counters.raise(999, -500);
    counters.raise(5000, 2);
    expect([0, 63, 64, 998, 999, 5000].map((place) => counters.at(place))).toEqual([
      1, 64, 65, 999, 500, 2,
    ]);
  });
});
