import type { EvidenceItem, EvidenceKind } from '@athar/matching';

/** Evidence as it is stored: kind, code, hundredths of a bit, detail. Small, since there is much of it. */
export type PackedItem = [EvidenceKind, string, number, EvidenceItem['detail']?];

export function packEvidence(items: readonly EvidenceItem[]): PackedItem[] {
  return items.map(({ kind, code, centibits, detail }) =>
    detail === undefined ? [kind, code, centibits] : [kind, code, centibits, detail],
  );
}

export function unpackEvidence(packed: readonly PackedItem[]): EvidenceItem[] {
  return packed.map(([kind, code, centibits, detail]) =>
    detail === undefined ? { kind, code, centibits } : { kind, code, centibits, detail },
  );
}

/**
 * How many parts of the entry's name were compared. A pair held up by fewer than two never looks
 * strong, whatever else agrees.
 */
export function comparedNameParts(items: readonly EvidenceItem[]): number {
  const parts = items.flatMap(({ kind, detail }) => {
    const { role, right } = detail ?? {};
    const isPart = kind === 'name' && role !== undefined && role !== 'kunya';
    return isPart && typeof right === 'number' && right >= 0 ? [right] : [];
  });
  return new Set(parts).size;
}
