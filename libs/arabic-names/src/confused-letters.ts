/** Arabic letters of one shape but for their dots: an eye takes one for another. */
export const LETTERS_OF_ONE_SHAPE = [
  'بتثني',
  'جحخ',
  'دذ',
  'رز',
  'سش',
  'صض',
  'طظ',
  'عغ',
  'فق',
] as const;

/** Arabic letters that are one sound in one dialect or another, or are written for each other by ear. */
export const LETTERS_OF_ONE_SOUND = ['ظض', 'ذز', 'ثت', 'ثس', 'قج', 'صس', 'طت', 'ضد'] as const;

/**
 * Those that are alike to ears without Arabic alone. Comparing has them from Latin spellings, which hardly tell
 * them apart; they are named here for explaining.
 */
export const LETTERS_ALIKE_TO_FOREIGN_EARS = ['قكغ', 'حهخ', 'عا'] as const;
