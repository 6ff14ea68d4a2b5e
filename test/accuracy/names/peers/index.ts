import type { Method } from '../method.js';
import { jaroWinklerPeer, levenshtein, metaphone, skeleton } from './distances.js';
import { fuse } from './fuse.js';
import { trigrams } from './trigrams.js';

/** Methods that others use. Arabic is romanised letter by letter for them, since none knows it. */
export const peers: readonly Method[] = [
  fuse,
  jaroWinklerPeer,
  levenshtein,
  metaphone,
  trigrams,
  skeleton,
];
