import { Seal } from '@athar/persistence';
import { fingerprintOf } from './material.js';
import type { MissingPerson } from './missing-person.js';

const seal = new Seal([{ id: 'k', key: Buffer.alloc(32), retired: false }]);
const names = { given: 'Zayd', family: 'Placeholder' };
const digest = (changes: Partial<MissingPerson>, rest: object = {}) =>
  fingerprintOf(seal, { person: { names, ...changes }, ...rest }).toString('hex');

describe('fingerprintOf', () => {
  it('stays what it was for a report that gained nothing since it was kept', () => {
    const kept =
      '[[null,"Zayd",null,null,"Placeholder",null],[null,null,null,null,null],[null,null],[null,null,null],[null,null,null,null],[]]';
    expect(digest({})).toBe(seal.digest('report-material', kept).toString('hex'));
    expect(digest({ alternatives: [], otherNumbers: [] })).toBe(digest({}));
  });

  it('changes with every name and number that matching looks at', () => {
    const source = 'hearsay' as const;
    const seen = [
      digest({}),
      digest({ names: { ...names, secondGiven: 'Ali' } }),
      digest({ names: { ...names, motherFamily: 'Ali' } }),
      digest({ alternatives: [{ names: { family: 'Other' }, source }] }),
      digest({ alternatives: [{ names: { given: 'Other' }, source }] }),
      digest({ otherNumbers: [{ value: '12', source }] }),
    ];
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('does not change with what people only read', () => {
    const source = 'paid' as const;
    const rest = {
      witnesses: [{ what: 'Saw him', source }],
      belongings: [{ what: 'Coat', source }],
    };
    expect(digest({ papers: { nationalNumber: '1' }, sources: { marks: source } }, rest)).toBe(
      digest({}),
    );
  });
});
