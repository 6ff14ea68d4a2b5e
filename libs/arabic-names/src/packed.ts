/** Bytes of a text in base64. */
function bytesOf(text: string): Uint8Array {
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = signs.charCodeAt(at);
  return bytes;
}

/** Whole numbers, seven bits a byte, the lowest first; the eighth bit is set where more follow. */
function numbersOf(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let shift = 1;
  for (const byte of bytesOf(text)) {
    number += (byte & 0x7f) * shift;
    shift *= 0x80;
    if (byte >= 0x80) continue;
    numbers.push(number);
    number = 0;
    shift = 1;
  }
  return numbers;
}

/** Whole numbers that rise, as `packRising` wrote them. */
export function unpackRising(text: string): Uint32Array {
  let last = 0;
  return new Uint32Array(numbersOf(text).map((gap) => (last += gap)));
}

/** Weights as `packWeights` wrote them. */
export function unpackWeights(text: string): Float32Array {
  return new Float32Array(numbersOf(text).map(weightOf));
}

function weightOf(folded: number): number {
  return ((folded >>> 1) ^ -(folded & 1)) / STEPS;
}

/** Steps of a packed weight in one. */
const STEPS = 256;

/** What `numbersOf` reads. */
function textOf(numbers: readonly number[]): string {
  let signs = '';
  for (let number of numbers) {
    for (; number >= 0x80; number = Math.floor(number / 0x80)) {
      signs += String.fromCharCode((number % 0x80) + 0x80);
    }
    signs += String.fromCharCode(number);
  }
  return btoa(signs);
}

/** Whole numbers from 0 to 2^32 - 1 that rise, packed by the gaps between them. */
export function packRising(numbers: readonly number[]): string {
  return textOf(numbers.map((number, at) => number - (numbers[at - 1] ?? 0)));
}

/**
 * Weights between -127 and 127, packed in steps of 1/256, the sign in the lowest bit ("zigzag", as in Protocol Buffers): most
 * are near nothing and take a byte.
 */
export function packWeights(weights: Iterable<number>): string {
  const steps = Array.from(weights, (weight) =>
    Math.round(Math.max(-127, Math.min(127, weight)) * STEPS),
  );
  return textOf(steps.map((step) => (step << 1) ^ (step >> 31)));
}
