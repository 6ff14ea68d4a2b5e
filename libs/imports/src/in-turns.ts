import { setImmediate as othersTurn } from 'node:timers/promises';

/** Milliseconds of work after which others have their turn. */
const turn = 25;
/** Items between two looks at the clock. */
const lookEvery = 32;

/**
 * Works through many items, one after the other as `map` does, and lets the process do something else
 * in between: answer requests, renew the lock of the job at hand.
 */
export async function mapInTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  let begun = performance.now();
  for (const [index, item] of items.entries()) {
    results.push(work(item, index));
    if (index % lookEvery !== 0 || performance.now() - begun < turn) continue;
    await othersTurn();
    begun = performance.now();
  }
  return results;
}
