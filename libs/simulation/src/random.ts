/** Spreads a 32-bit word over all its bits (the finaliser of MurmurHash3, public domain). */
function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/**
 * Pseudo-random numbers by xoshiro128** (Blackman and Vigna 2018, public domain). A generator is
 * named by seed, stream and index, so that any person or family can be drawn alone and in any
 * order. Only exactly rounded arithmetic is used: the same name gives the same numbers on every
 * machine. Not for secrets.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** @param seed a safe integer  @param stream which question is asked  @param index of whom */
  constructor(seed: number, stream: number, index = 0) {
    const low = mix(seed % 0x1_0000_0000);
    const high = mix(Math.trunc(seed / 0x1_0000_0000) ^ 0x9e3779b9);
    let state = mix(low ^ rotateLeft(high, 7)) ^ mix(Math.imul(stream, 0x6d2b79f5) ^ index);
    const draw = (): number => mix((state = (state + 0x9e3779b9) | 0));
    this.a = draw();
    this.b = draw() ^ index;
    this.c = draw() ^ stream;
    this.d = draw() | 1;
    this.word();
    this.word();
  }

  /** The next 32 bits, 0 .. 2^32 - 1. */
  word(): number {
    const result = Math.imul(rotateLeft(Math.imul(this.b, 5), 7), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = rotateLeft(this.d, 11);
    return result;
  }

  /** A number in [0, 1). */
  float(): number {
    return this.word() / 0x1_0000_0000;
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.float() < probability;
  }

  /** A whole number in [0, count). */
  below(count: number): number {
    return Math.floor(this.float() * count);
  }

  /** A whole number in [from, to], both ends possible. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  /** One of the items, each as likely as the others. */
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** One of the items, each half as likely as the one before it: the usual first. */
  pickUsual<T>(items: readonly T[]): T {
    let at = 0;
    while (at < items.length - 1 && this.chance(0.5)) at += 1;
    return items[at] as T;
  }

  /** About normal with mean 0 and deviation 1 (sum of twelve uniforms; never beyond 6). */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i += 1) sum += this.float();
    return sum;
  }
}

/** The streams of one simulation. A new question gets a new number; old ones are never reused. */
export const streams = {
  plan: 1,
  family: 2,
  person: 3,
  report: 4,
  entry: 5,
  relative: 6,
  archive: 7,
  archiveTitles: 8,
  archiveNames: 9,
  civilRecords: 10,
  raid: 11,
  body: 12,
} as const;
