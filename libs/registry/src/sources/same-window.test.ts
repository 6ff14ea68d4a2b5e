import { sameWindow } from './same-window.js';

describe('sameWindow', () => {
  it('takes days within the window of one another as one person’s', () => {
    expect(sameWindow(['2013-11-05'], ['2013-11-12'], 7)).toBe('same');
    expect(sameWindow(['2013-11-05'], ['2013-11-13'], 7)).toBe('apart');
    expect(sameWindow(['2013-12-30'], ['2014-01-02'], 7)).toBe('same');
    expect(sameWindow(['2013-11-05'], ['2013-11-06'], 0)).toBe('apart');
  });

  it('counts from the nearest of several dates, and lets a vague one stand for all its days', () => {
    expect(sameWindow(['2013-01-01', '2013-11-05'], ['2013-11-06'], 1)).toBe('same');
    expect(sameWindow(['2013-11'], ['2013-12-03'], 3)).toBe('same');
    expect(sameWindow(['2013-11/..'], ['2020-01-01'], 0)).toBe('same');
  });

  it('knows nothing where a side has no date', () => {
    expect(sameWindow([], ['2013-11-05'], 7)).toBe('unknown');
    expect(sameWindow(['2013'], [], 7)).toBe('unknown');
  });
});
