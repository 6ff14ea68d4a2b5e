import { toReportRecord } from './report-record.js';

const main = { given: 'محمد', secondGiven: 'علي', father: 'زيد', family: 'العلي' };

describe('toReportRecord', () => {
  it('reads a double given name and the mother’s family as parts of their names', () => {
    const names = { ...main, mother: 'فاطمة', motherFamily: 'الحمصي' };
    const record = toReportRecord('r', { person: { names } });
    expect([record.givenName, record.motherName]).toEqual(['محمد علي', 'فاطمة الحمصي']);
  });

  it('takes every alternative for a further whole name, completed from the main one', () => {
    const alternatives = [
      { names: { family: 'الحمصي' }, source: 'first_hand' as const },
      { names: { given: 'حمو' }, source: 'hearsay' as const },
      { names: { full: ['Mohamad Al Ali'], knownAs: ['أبو زيد'] }, source: 'official' as const },
    ];
    const record = toReportRecord('r', { person: { names: main, alternatives } });
    expect([record.name, ...(record.otherNames ?? [])]).toEqual([
      'محمد علي زيد الحمصي',
      'حمو زيد العلي',
      'Mohamad Al Ali',
    ]);
    expect(record.knownAs).toEqual(['أبو زيد']);
  });

  it('looks at every number the person was held under', () => {
    const otherNumbers = [{ value: '77', source: 'hearsay' as const }];
    const person = { names: main, detaineeNumber: '1234', otherNumbers };
    expect(toReportRecord('r', { person })).toMatchObject({
      detaineeNumber: '1234',
      otherNumbers: ['77'],
    });
  });
});
