import {
  ALIGNMENT_CODES,
  NAME_ROLES,
  PART_NOTES,
  TRADITIONS,
  type PartReason,
} from '@athar/arabic-names';
import type { EvidenceItem } from './evidence.js';

type Detail = NonNullable<EvidenceItem['detail']>;

/**
 * What the detail of a part of a name has beside its role and places; nothing for what there is not. How common
 * the name is it does not say, since that may tell which one it is.
 */
export function writeReason({ note, traditions, common }: PartReason): Detail {
  return {
    ...(note !== null && { note }),
    ...(traditions.length > 0 && { spelling: traditions.join(' ') }),
    ...(common && { common: 1 }),
  };
}

function oneOf<Code extends string>(codes: readonly Code[], value: unknown): Code | null {
  return codes.find((code) => code === value) ?? null;
}

/**
 * The reason of a part of a name as its evidence has it; null for other evidence. What an older version
 * did not keep, and codes that are not known any more, are left out; of the share that it kept remains that
 * the name is common.
 */
export function readReason({ kind, code, detail = {} }: EvidenceItem): PartReason | null {
  const known = oneOf(ALIGNMENT_CODES, code);
  if (kind !== 'name' || known === null) return null;
  const spelling = String(detail['spelling'] ?? '').split(' ');
  return {
    code: known,
    role: oneOf(NAME_ROLES, detail['role']),
    note: oneOf(PART_NOTES, detail['note']),
    traditions: TRADITIONS.filter((tradition) => spelling.includes(tradition)),
    common: detail['common'] === 1 || typeof detail['share'] === 'number',
    share: null,
  };
}
