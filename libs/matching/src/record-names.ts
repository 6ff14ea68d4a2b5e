import { parseName, type ParsedName } from '@athar/arabic-names';
import type { MatchRecord } from './records.js';

/** Every form of a person's whole name: that of the fields first, then as written, then other readings. */
export function namesOf(record: MatchRecord): ParsedName[] {
  const parts = {
    given: record.givenName,
    father: record.fatherName,
    grandfather: record.grandfatherName,
    family: record.familyName,
  };
  const whole = [record.name, record.nameArabic, ...(record.otherNames ?? [])];
  const texts = new Set(whole.filter((text) => text !== undefined));
  const names = [parseName(parts), ...Array.from(texts, (text) => parseName(text))];
  return names.filter((name) => name.tokens.length > 0);
}
