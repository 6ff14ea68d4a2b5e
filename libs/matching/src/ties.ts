/** Ties are below it. */
export const TIE_SPACE = 2 ** 24;

/** A number that hangs on a text alone: an order for what is equal, whichever came first (FNV-1a). */
export function tieOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % TIE_SPACE;
}
