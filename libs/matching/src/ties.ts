/** Ties are below it. */
export const TIE_SPACE = 2 ** 24;

/** A number that hangs on a text alone: an order for what is equal, whichever came first (FNV-1a). */
export function tieOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % TIE_SPACE;
}

/** Slots are below it: a tie and a slot fit side by side into an exact number. */
const SLOT_SPACE = 2 ** 25;

/**
 * The `most` slots with the least ties.
 * @param ties by slot
 */
export function leastTies(slots: readonly number[], most: number, ties: Int32Array): number[] {
  // Ties are spread evenly: a share of their space that surely holds enough is all that is sorted.
  const share = Math.ceil((TIE_SPACE * (2 * most + 100)) / slots.length);
  const near = slots.filter((slot) => (ties[slot] ?? 0) <= share);
  const from = near.length >= most ? near : slots;
  const sorted = Float64Array.from(from, (slot) => (ties[slot] ?? 0) * SLOT_SPACE + slot).sort();
  return Array.from(sorted.subarray(0, most), (packed) => packed % SLOT_SPACE);
}
