import { parseName, type ParsedName } from '@athar/arabic-names';
import { completeForms, fillFields } from './complete-names.js';
import type { MatchRecord } from './records.js';

/**
 * Every form of a person's whole name: that of the fields first, then as written, then other readings.
 * None says less than another, see `completeForms`.
 */
export function namesOf(record: MatchRecord): ParsedName[] {
  const fields = parseName({
    given: record.givenName,
    father: record.fatherName,
    grandfather: record.grandfatherName,
    family: record.familyName,
  });
  const texts = [record.name, record.nameArabic, ...(record.otherNames ?? [])];
  const written = [...new Set(texts.filter((text) => text !== undefined))]
    .map((text) => parseName(text))
    .filter((name) => name.tokens.length > 0);
  if (fields.tokens.length === 0) return completeForms(written);
  return completeForms([fillFields(fields, written), ...written]);
}
