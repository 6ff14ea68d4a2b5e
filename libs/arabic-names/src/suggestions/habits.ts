import type { SuggestedTradition } from './traditions.js';

/** A t inside a word: of a Turkish name it is no د, which is t at the end alone (Ahmet) and in -ettin. */
const INNER_T = /t(?!$)/u;
const INNER_T_OF_COMPOUND = /t(?!t?in$|$)/u;
/** ch for ح, not of sch or dsch. */
const CH = /(?<!s)ch/u;
/** Germans have written Machmud and Achmed, but write Mahmud and Ahmed. */
const SELDOM = 0.1;

function inTurkish(latin: string, arabic: string): number {
  if (/[تطثة]/u.test(arabic)) return 1;
  return (/دين$/u.test(arabic) ? INNER_T_OF_COMPOUND : INNER_T).test(latin) ? 0 : 1;
}

function inGerman(latin: string, arabic: string): number {
  return arabic.includes('ح') && !arabic.includes('خ') && CH.test(latin) ? SELDOM : 1;
}

/** How much more seldom than its letters say a tradition writes a name so, in [0, 1]. */
export function habitOf(
  latin: string,
  arabic: string,
  tradition: SuggestedTradition | null,
): number {
  if (tradition === 'turkish') return inTurkish(latin, arabic);
  return tradition === 'german' ? inGerman(latin, arabic) : 1;
}
