import type { EvidenceItem } from '@athar/matching';
import { comparedNameParts, packEvidence, unpackEvidence } from './packed-evidence.js';

const part = (role: string, right: number): EvidenceItem => ({
  kind: 'name',
  code: 'same',
  centibits: 300,
  detail: { role, right, left: 0 },
});

describe('packed evidence', () => {
  it('is unpacked as it was, also after a journey through JSON', () => {
    const items: EvidenceItem[] = [
      { kind: 'prior', code: 'any-pair', centibits: -1174 },
      part('given', 0),
    ];
    const stored = JSON.parse(JSON.stringify(packEvidence(items))) as ReturnType<
      typeof packEvidence
    >;
    expect(unpackEvidence(stored)).toEqual(items);
  });
});

describe('comparedNameParts', () => {
  it('counts parts of the entry’s name once, without kunyas and other evidence', () => {
    const items: EvidenceItem[] = [
      part('given', 0),
      part('given', 0),
      part('kunya', 1),
      { kind: 'name', code: 'relatives', centibits: -200 },
      { kind: 'mother_name', code: 'agrees', centibits: 300, detail: { score: 98 } },
    ];
    expect(comparedNameParts(items)).toBe(1);
    expect(comparedNameParts([...items, part('family', 2)])).toBe(2);
  });
});
