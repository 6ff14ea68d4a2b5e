import { unpackRising } from './packed.js';

/** Bits of a print that stand for the Latin word; the rest stand for the Arabic one. */
const ARABIC_BITS = 8;
const LATIN_PRINTS = 2 ** 24;

/** FNV-1a of a text, 32 bits. */
function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ (hash >>> 13)) >>> 0;
}

/** A name without article, its last vowel as any (موسى, موسا). */
function bare(folded: string): string {
  const name = folded.length > 4 && folded.startsWith('ال') ? folded.slice(2) : folded;
  return name.replace(/[ايه]$/u, 'ا');
}

/** What is kept of an Arabic word beside a Latin one: 8 bits of its letters without article and hamza. */
export function printOfArabic(folded: string): number {
  return digest(bare(folded)) % 2 ** ARABIC_BITS;
}

/** Print of an Arabic name alone, 24 bits: without article and hamza. */
export function printOfName(folded: string): number {
  return digest(bare(folded)) % LATIN_PRINTS;
}

/** Print of a pair of folded words, below 2^32. */
export function printOfPair(arabic: string, latin: string): number {
  return (digest(latin) % LATIN_PRINTS) * 2 ** ARABIC_BITS + printOfArabic(arabic);
}

/** Latin spellings whose Arabic names are known, as prints: no name can be read out of them. */
export class KnownSpellings {
  private readonly prints: Uint32Array;

  /** @param packed the prints of all pairs known, as `packRising` wrote them */
  constructor(packed: string) {
    this.prints = unpackRising(packed);
  }

  /** Prints of the Arabic names that a folded Latin word is known to stand for; none where it is unknown. */
  namesOf(latin: string): Uint8Array {
    const first = (digest(latin) % LATIN_PRINTS) * 2 ** ARABIC_BITS;
    const names: number[] = [];
    for (let at = this.place(first); at < this.prints.length; at += 1) {
      const print = this.prints[at] ?? 0;
      if (print >= first + 2 ** ARABIC_BITS) break;
      names.push(print - first);
    }
    return Uint8Array.from(names);
  }

  /** Index of the first print that is not below a number. */
  private place(print: number): number {
    let [low, high] = [0, this.prints.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.prints[middle] ?? 0) < print) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
