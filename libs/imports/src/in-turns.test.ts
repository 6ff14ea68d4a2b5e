import { setImmediate as othersTurn } from 'node:timers/promises';
import { mapInTurns } from './in-turns.js';

describe('mapInTurns', () => {
  it('gives what map gives, in the same order', async () => {
    const items = Array.from({ length: 1000 }, (_, index) => index);
    const doubled = await mapInTurns(items, (item, index) => item + index);
    expect(doubled).toEqual(items.map((item) => item * 2));
  });

  it('lets others work before it is done', async () => {
    let done = false;
    const work = mapInTurns(Array.from({ length: 200 }), () => busy(2)).then(() => (done = true));
    await othersTurn();
    expect(done).toBe(false);
    await work;
  });

  it('fails where the work fails', async () => {
    const failing = mapInTurns([1], () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
  });
});

function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}
