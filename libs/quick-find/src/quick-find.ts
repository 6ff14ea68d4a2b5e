import Fuse from 'fuse.js';
import { unfolded, wordsOf, type Spelling, type Word } from './words.js';

/** Something to be found: a case, a place, a holder, a collection. */
export interface Findable {
  id: string;
  /** What it is called, in either script; the order is kept in what is found. */
  texts: readonly string[];
}

/** A stretch of a text that the query met: UTF-16 units, `end` not included. */
export interface Stretch {
  text: number;
  start: number;
  end: number;
}

/** An item that fits every word of the query. */
export interface Found {
  id: string;
  /** 0 fits exactly, 1 hardly. For ordering a list, never for judging a match. */
  distance: number;
  /** The letters to highlight, in the order of texts and places. */
  stretches: Stretch[];
}

interface Place extends Word {
  item: number;
}

interface Hit {
  distance: number;
  place: Place;
  stretches: [number, number][];
}

/** How far a word may be from the one asked for; Fuse's scale. */
const THRESHOLD = 0.34;
/** A spelling in the other script stands behind the same letters. */
const OTHER_SCRIPT = 0.15;
const MOST_WORDS = 8;

const options = {
  includeScore: true,
  includeMatches: true,
  ignoreLocation: true,
  ignoreFieldNorm: true,
  threshold: THRESHOLD,
} as const;

/**
 * A box in which a member finds what she knows to be there, while she types: in either script,
 * forgiving, all words of the query in any order. Made for hundreds to some thousands of items. It
 * proposes nothing for review: that is the work of matching.
 */
export class QuickFind {
  private readonly ids: string[];
  private readonly texts: readonly (readonly string[])[];
  private readonly bySpelling: Fuse<Place>;
  private readonly places: Place[];

  constructor(items: readonly Findable[]) {
    this.ids = items.map(({ id }) => id);
    this.texts = items.map(({ texts }) => texts);
    const met = new Map<string, Spelling>();
    this.places = items.flatMap(({ texts }, item) =>
      texts.flatMap((text, at) => wordsOf(text, at, met).map((word) => ({ ...word, item }))),
    );
    this.bySpelling = new Fuse(this.places, { ...options, keys: ['folded'] });
  }

  /**
   * The best fits, best first; equal ones in the order of the items. Nothing for an empty query.
   *
   * @param query as typed; words after the eighth are not looked at.
   * @param limit 1 or more.
   */
  find(query: string, limit = 20): Found[] {
    const words = wordsOf(query).slice(0, MOST_WORDS);
    if (words.length === 0) return [];
    const [first, ...others] = words.map((word) => this.hitsOf(word));
    const found: Found[] = [];
    for (const [item, hit] of first ?? []) {
      const hits = [hit, ...others.map((byItem) => byItem.get(item))];
      if (hits.every((each) => each !== undefined)) found.push(this.foundOf(item, hits));
    }
    return found.sort((a, b) => a.distance - b.distance).slice(0, limit);
  }

  /** The best hit of one word of the query in each item, by the item's place. */
  private hitsOf(word: Word): Map<number, Hit> {
    const best = new Map<number, Hit>();
    const offer = (hit: Hit) => {
      const known = best.get(hit.place.item);
      if (!known || hit.distance < known.distance) best.set(hit.place.item, hit);
    };
    for (const { item: place, score = 1, matches = [] } of this.bySpelling.search(word.folded)) {
      const longest = longestOf(matches.flatMap(({ indices }) => [...indices]));
      const shorter = Math.max(0, 1 - word.folded.length / place.folded.length) * 0.05;
      const begins = place.folded.startsWith(word.folded) ? 0 : 0.02;
      offer({ distance: score + shorter + begins, place, stretches: longest });
    }
    for (const place of this.places) {
      if (sounds(word, place)) offer({ distance: OTHER_SCRIPT, place, stretches: [] });
    }
    return new Map([...best].sort(([a], [b]) => a - b));
  }

  private foundOf(item: number, hits: readonly Hit[]): Found {
    const distance = hits.reduce((sum, hit) => sum + hit.distance, 0) / hits.length;
    const stretches = hits.map(({ place, stretches: [within] }) => {
      const text = this.texts[item]?.[place.text] ?? '';
      const word = text.slice(place.start, place.end);
      const [start, end] = within ? unfolded(word, ...within) : [0, word.length];
      return { text: place.text, start: place.start + start, end: place.start + end };
    });
    stretches.sort((a, b) => a.text - b.text || a.start - b.start);
    return { id: this.ids[item] ?? '', distance: Math.min(1, distance), stretches };
  }
}

/** Whether a word of the other script begins with the same consonants; one alone says too little. */
function sounds(asked: Word, place: Word): boolean {
  return (
    asked.arabic !== place.arabic &&
    asked.skeleton.length > 1 &&
    place.skeleton.startsWith(asked.skeleton)
  );
}

function longestOf(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const longest = [...ranges].sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0];
  return longest ? [[longest[0], longest[1]]] : [];
}
