/** Greatest step that a byte holds. */
const MOST = 255;

/** Numbers as steps of a byte each, in base64: `(number - least) * steps`, cut to what a byte holds. */
export function packBytes(numbers: readonly number[], steps: number, least = 0): string {
  let signs = '';
  for (const number of numbers) {
    const step = Math.round((number - least) * steps);
    signs += String.fromCharCode(Math.max(0, Math.min(MOST, step)));
  }
  return btoa(signs);
}
