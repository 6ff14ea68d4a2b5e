/** Bytes of a text in base64. */
function bytesOf(text: string): Uint8Array {
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = signs.charCodeAt(at);
  return bytes;
}

/** Whole numbers that rise, as `packRising` wrote them. */
export function unpackRising(text: string): Uint32Array {
  const numbers: number[] = [];
  let last = 0;
  let gap = 0;
  let shift = 1;
  for (const byte of bytesOf(text)) {
    gap += (byte & 0x7f) * shift;
    shift *= 0x80;
    if (byte >= 0x80) continue;
    last += gap;
    numbers.push(last);
    gap = 0;
    shift = 1;
  }
  return Uint32Array.from(numbers);
}

/** Weights as `packWeights` wrote them. */
export function unpackWeights(text: string): Float32Array {
  const bytes = bytesOf(text);
  const view = new DataView(bytes.buffer);
  return Float32Array.from(
    { length: bytes.length / 2 },
    (_, at) => view.getInt16(2 * at, true) / STEPS,
  );
}

/** Steps of a packed weight in one. */
const STEPS = 256;

function textOf(bytes: readonly number[]): string {
  let signs = '';
  for (const byte of bytes) signs += String.fromCharCode(byte);
  return btoa(signs);
}

/** Whole numbers from 0 to 2^32 - 1 that rise, packed by the gaps between them. */
export function packRising(numbers: readonly number[]): string {
  const bytes: number[] = [];
  let last = 0;
  for (const number of numbers) {
    let gap = number - last;
    last = number;
    for (; gap >= 0x80; gap = Math.floor(gap / 0x80)) bytes.push((gap % 0x80) + 0x80);
    bytes.push(gap);
  }
  return textOf(bytes);
}

/** Weights between -127 and 127, packed in steps of 1/256. */
export function packWeights(weights: Iterable<number>): string {
  const bytes: number[] = [];
  for (const weight of weights) {
    const steps = Math.round(Math.max(-127, Math.min(127, weight)) * STEPS) & 0xffff;
    bytes.push(steps & 0xff, steps >> 8);
  }
  return textOf(bytes);
}
