import type { Script } from './types.js';

/** The script that a folded word begins in. */
export function scriptOf(folded: string): Script {
  if (/^\p{Script=Arabic}/u.test(folded)) return 'arabic';
  return /^[a-z]/u.test(folded) ? 'latin' : 'other';
}
