export {
  suggestArabic,
  suggestLatin,
  type SuggestedSpelling,
  type SuggestLatinOptions,
  type SuggestOptions,
} from './suggest.js';
export { SUGGESTED_TRADITIONS, type SuggestedTradition } from './traditions.js';
