import listWords from './list-words.json' with { type: 'json' };
import reasons from './row-reasons.json' with { type: 'json' };

/** What can be wrong with a row of a registry. */
export type RowCode = keyof typeof reasons;

/** What each of it is told in, in Arabic and English. */
export const rowReasons = {
  ...reasons,
  'unknown-word': { ...reasons['unknown-word'], words: listWords },
};
