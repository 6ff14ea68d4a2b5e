import { toEntryRecord } from './entry-record.js';

const document = { names: {}, numbers: [], category: 'detainee', state: 'open' } as const;

describe('toEntryRecord', () => {
  it('takes the number on the body for the prisoner’s, others beside it', () => {
    const numbers = [
      { value: '601/7', readOn: 'overlay' as const },
      { value: '12', readOn: 'limb' as const },
      { value: '13' },
    ];
    const record = toEntryRecord('e', { ...document, numbers });
    expect(record.detaineeNumber).toBe('12');
    expect(record.otherNumbers).toEqual(['601/7', '13']);
  });

  it('keeps every reading of a name and counts a newborn’s days as part of a year', () => {
    const record = toEntryRecord('e', {
      ...document,
      numbers: [],
      names: { asWritten: ['شاهين'], transcribed: [{ text: 'شاهين' }, { text: 'شاهر' }] },
      age: { value: 3, unit: 'days' },
    });
    expect([record.name, record.otherNames]).toEqual(['شاهين', ['شاهر']]);
    expect(record.age).toBeCloseTo(3 / 365.25);
  });

  it('does not take the hospital of the photograph for the holder', () => {
    const record = toEntryRecord('e', { ...document, numbers: [], hospital: '601', branch: '215' });
    expect(JSON.stringify(record)).not.toContain('601');
  });
});
