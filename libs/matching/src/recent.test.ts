import { Recent } from './recent.js';

describe('Recent', () => {
  it('forgets what was asked for longest ago', () => {
    const recent = new Recent<string>(10);
    recent.put('a', 'A', 4);
    recent.put('b', 'B', 4);
    expect(recent.get('a')).toBe('A');
    recent.put('c', 'C', 4);
    expect(recent.get('b')).toBeUndefined();
    expect(recent.get('a')).toBe('A');
    expect(recent.get('c')).toBe('C');
  });

  it('counts a value that is put again once', () => {
    const recent = new Recent<number>(10);
    for (let turn = 0; turn < 5; turn += 1) recent.put('a', turn, 6);
    recent.put('b', 7, 4);
    expect(recent.get('a')).toBe(4);
    expect(recent.get('b')).toBe(7);
  });

  it('keeps nothing that is larger than its room', () => {
    const recent = new Recent<number>(10);
    recent.put('a', 1, 11);
    expect(recent.get('a')).toBeUndefined();
  });
});
