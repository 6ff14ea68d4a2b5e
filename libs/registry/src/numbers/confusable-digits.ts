/**
 * Why two digits are taken for each other on a card or a body. Digits are named by their value: 5/0
 * is the Arabic ٥, a ring, read as a Latin 0.
 *
 * arabic_teeth: ٢ and ٣ differ by one tooth. turned_over: ٧ is ٨, and Latin 6 is 9, upside down.
 * other_script: the shape is another digit in the other script (٥ as 0, ٦ as 7, ٤ as a mirrored 3).
 * latin_stroke: a 1 with its upstroke is a 7.
 */
export const confusionReasons = [
  'arabic_teeth',
  'turned_over',
  'other_script',
  'latin_stroke',
  'dot_or_zero',
] as const;
export type ConfusionReason = (typeof confusionReasons)[number];

interface ConfusablePair {
  digits: readonly [string, string];
  because: ConfusionReason;
}

const pairs: readonly ConfusablePair[] = [
  { digits: ['2', '3'], because: 'arabic_teeth' },
  { digits: ['7', '8'], because: 'turned_over' },
  { digits: ['6', '9'], because: 'turned_over' },
  { digits: ['0', '5'], because: 'other_script' },
  { digits: ['6', '7'], because: 'other_script' },
  { digits: ['3', '4'], because: 'other_script' },
  { digits: ['1', '7'], because: 'latin_stroke' },
];

/** What a digit may have been taken for, with the reason. @param digit 0-9 */
export function confusableWith(digit: string): { digit: string; because: ConfusionReason }[] {
  return pairs.flatMap(({ digits: [one, other], because }) => {
    if (digit === one) return [{ digit: other, because }];
    return digit === other ? [{ digit: one, because }] : [];
  });
}
