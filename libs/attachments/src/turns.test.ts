import { Turns } from './turns.js';

/** Work that ends when it is told to. */
function started() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { work: () => ended, end };
}

describe('turns', () => {
  it('refuse what does not fit, and take the next once one has ended', async () => {
    const turns = new Turns(1);
    const first = started();
    const running = turns.now(first.work, () => new Error('busy'));
    await expect(turns.now(first.work, () => new Error('busy'))).rejects.toThrow('busy');
    first.end();
    await running;
    await expect(
      turns.now(
        () => Promise.resolve(7),
        () => new Error('busy'),
      ),
    ).resolves.toBe(7);
  });

  it('keep the order of those who wait, never more at a time, failures or not', async () => {
    const turns = new Turns(2);
    const order: number[] = [];
    let [running, most] = [0, 0];
    const all = [1, 2, 3, 4, 5, 6].map((each) =>
      turns.later(async () => {
        most = Math.max(most, (running += 1));
        order.push(each);
        await Promise.resolve();
        running -= 1;
        if (each % 2 === 0) throw new Error('failed');
      }),
    );
    const settled = await Promise.allSettled(all);
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(3);
    expect([order, most]).toEqual([[1, 2, 3, 4, 5, 6], 2]);
  });
});
