import type { Tradition } from '../traditions/traditions.js';

/** Traditions that suggestions can keep to. */
export const SUGGESTED_TRADITIONS = [
  'english',
  'french',
  'german',
  'turkish',
  'kurdish',
  'swedish',
  'chat',
] as const satisfies readonly Tradition[];
export type SuggestedTradition = (typeof SUGGESTED_TRADITIONS)[number];
