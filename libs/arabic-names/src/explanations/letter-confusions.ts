import {
  LETTERS_ALIKE_TO_FOREIGN_EARS,
  LETTERS_OF_ONE_SHAPE,
  LETTERS_OF_ONE_SOUND,
} from '../confused-letters.js';
import type { NameToken } from '../types.js';

const HEARD_ALIKE = [...LETTERS_OF_ONE_SOUND, ...LETTERS_ALIKE_TO_FOREIGN_EARS];

function groupOf(groups: readonly string[], letter: string): string[] {
  return groups.filter((group) => group.includes(letter));
}

function alike(a: string, b: string, groups: readonly string[]): boolean {
  return a === b || groupOf(groups, a).some((group) => group.includes(b));
}

function differInGroups(a: string, b: string, groups: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  return Array.from(a).every((letter, at) => alike(letter, b.charAt(at), groups));
}

/** True where one letter is another, missing or added, or two neighbours have changed places. */
function differInOneLetter(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const rest = short.slice(same);
  if (long.length > short.length) return rest === long.slice(same + 1);
  return (
    rest.slice(1) === long.slice(same + 1) ||
    (rest.slice(2) === long.slice(same + 2) && rest[0] === long[same + 1] && rest[1] === long[same])
  );
}

/** How two different words of one script come to differ, where it is a usual error; null where not. */
export function confusionOf(a: NameToken, b: NameToken): 'dots' | 'hearing' | 'one-letter' | null {
  if (a.script !== b.script || a.folded === b.folded) return null;
  if (a.script === 'arabic') {
    if (differInGroups(a.folded, b.folded, LETTERS_OF_ONE_SHAPE)) return 'dots';
    if (differInGroups(a.folded, b.folded, HEARD_ALIKE)) return 'hearing';
  }
  return differInOneLetter(a.folded, b.folded) ? 'one-letter' : null;
}
