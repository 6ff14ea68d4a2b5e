import { asSeen, inSeenOrder } from '@athar/printing';
import type { Screen } from '../output.js';
import { wrap } from './wrap.js';

const STANDARD_COLUMNS = 80;

/**
 * An Arabic sentence for a screen: on a terminal broken to its width first and then put in the order that
 * is seen, line by line; elsewhere as it is.
 */
export function arabicLine(screen: Screen, sentence: string): string {
  if (screen.isTTY !== true) return sentence;
  const lines = wrap(sentence, screen.columns ?? STANDARD_COLUMNS);
  return inSeenOrder(lines.map((line) => asSeen(line, 'rtl')).join('\n'));
}
