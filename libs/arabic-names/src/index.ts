/** The one door of arabic-names: text to names, two names to a comparison. */
export * from './types.js';
export { foldDigits, foldForSearch, MAX_NAME_LENGTH, normalise } from './normalise.js';
export { parseName } from './parse.js';
export { traceOf, type TracedPiece } from './trace/trace.js';
export { compareTokens, tokenSimilarity } from './compare-tokens.js';
export { buildFrequencies, FrequencyCount, generalFrequencies } from './frequencies.js';
export { compareNames } from './compare-names.js';
export { NameComparer, type AskedName, type KeptName } from './name-comparer.js';
export { keysOf, type NameKey } from './name-keys.js';
export { tokenKeys, type TokenKeys } from './keys/token-keys.js';
export { explainPart, explainReason } from './explanations/explain-part.js';
export {
  EXPLANATION_LANGUAGES,
  UnknownLanguage,
  type ExplanationLanguage,
} from './explanations/unknown-language.js';
export {
  PART_NOTES,
  reasonOf,
  type PartNote,
  type PartReason,
} from './explanations/part-reason.js';
export {
  TRADITIONS,
  traditionsOf,
  type Tradition,
  type TraditionShare,
} from './traditions/traditions.js';
export {
  LIST_TRADITIONS,
  ListTradition,
  TraditionLearner,
  type AskedOfList,
  type ListedTradition,
} from './traditions/list-tradition.js';
export { shareOfWorth } from './pair-value.js';
export { mayBeSlip } from './slips.js';
export { nearSkeletonsOfWord, skeletonOfWord } from './skeleton.js';
export { frequencyKeyOf } from './token-facts.js';
export { NameIndex, type NameHit, type NameRecord } from './name-index.js';
export * from './suggestions/index.js';
