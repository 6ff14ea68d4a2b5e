/**
 * Works through a list in parts, so many at once. Where one fails no other part is begun, and those under way are
 * awaited: nothing goes on when the promise is settled.
 * @throws what the first part failed with
 */
export async function inLanes<Item>(
  items: readonly Item[],
  { lanes, atOnce }: { readonly lanes: number; readonly atOnce: number },
  work: (part: Item[]) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const lane = async (): Promise<void> => {
    try {
      while (left.length > 0) await work(left.splice(0, atOnce));
    } catch (error) {
      left.length = 0;
      throw error;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failed = ended.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
