import { setImmediate } from 'node:timers/promises';
import { inLanes } from './lanes.js';

const NUMBERS = Array.from({ length: 10 }, (_, at) => at);

describe('inLanes', () => {
  it('gives every item to one part, two parts at once', async () => {
    const parts: number[][] = [];
    let under = 0;
    let most = 0;
    await inLanes(NUMBERS, { lanes: 2, atOnce: 3 }, async (part) => {
      parts.push(part);
      most = Math.max(most, (under += 1));
      await Promise.resolve();
      under -= 1;
    });
    expect(parts.flat().sort((a, b) => a - b)).toEqual(NUMBERS);
    expect(parts.every(({ length }) => length <= 3)).toBe(true);
    expect(most).toBe(2);
  });

  it('begins no part after one failed, and ends when those under way have', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const done = inLanes(NUMBERS, { lanes: 2, atOnce: 1 }, async ([item = -1]) => {
      begun.push(item);
      if (item === 0) throw new Error('unread');
      await held;
      ended.push(item);
    });
    let settled = false;
    done.catch(() => (settled = true));
    await setImmediate();
    expect(settled).toBe(false);
    release();
    await expect(done).rejects.toThrow('unread');
    expect(begun).toEqual([0, 1]);
    expect(ended).toEqual([1]);
  });
});
