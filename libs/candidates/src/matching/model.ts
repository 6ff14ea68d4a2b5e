import { MODEL_VERSION } from '@athar/matching';

/**
 * Of so many records every one is compared with what is asked, some 20 µs each; of more, those that promise
 * most. Among 1,020 simulated entries that took a quarter of the time and lost two of 223 pairs above the
 * floor, none of them true and none above 0.3.
 */
export const WHOLE_UP_TO = 500;

/** Between the version of the code and that of the names counted. */
const SEPARATOR = '+';

/**
 * Version of everything that makes a score, stored with it: the code's, and how many entries the
 * frequencies of names were counted from.
 */
export function modelOf(counted: number): string {
  return counted === 0 ? MODEL_VERSION : `${MODEL_VERSION}${SEPARATOR}registry-${counted}`;
}

/** True where a score was made by this code, whichever names were counted. */
export function isOfThisCode(model: string | null | undefined): boolean {
  return model?.split(SEPARATOR)[0] === MODEL_VERSION;
}

/** The same in SQL, of `matched_model`; `version` is the parameter that holds `MODEL_VERSION`. */
export function ofThisCode(version: `$${number}`): string {
  return `split_part(matched_model, '${SEPARATOR}', 1) IS NOT DISTINCT FROM ${version}`;
}
