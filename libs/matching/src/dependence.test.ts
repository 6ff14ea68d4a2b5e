import { comparePersons } from './compare-persons.js';
import type { EntryRecord, ReportRecord } from './records.js';
import { snapshotFrequencies } from './snapshot.js';

const man: ReportRecord = {
  id: 'r',
  givenName: 'نزار',
  fatherName: 'حاتم',
  familyName: 'الزهراوي',
};
const prior = { priorCentibits: -1000 };
const probability = (right: EntryRecord, left: ReportRecord = man) =>
  comparePersons(left, right, prior).probability;

describe('evidence that is not independent', () => {
  it('is less sure of a full agreement where namesakes are many', () => {
    const usual = snapshotFrequencies([], 'test');
    const sure = (namesakes: number) =>
      comparePersons(man, { ...man, id: 'e' }, { ...prior, frequencies: { ...usual, namesakes } })
        .probability;
    const own = comparePersons(man, { ...man, id: 'e' }, { ...prior, frequencies: usual });
    expect(sure(0.045)).toBeCloseTo(own.probability, 9);
    expect(sure(0.5)).toBeLessThan(0.67);
    expect(sure(0.5)).toBeGreaterThan(0.5);
  });

  it('holds a brother apart however rare the family is and however much he shares', () => {
    const shared = {
      fatherName: 'حاتم',
      familyName: 'الزهراوي',
      motherName: 'سعاد',
      homePlace: 'تدمر',
    };
    const told = { ...man, ...shared };
    expect(probability({ id: 'e', ...shared, givenName: 'رامي' }, told)).toBeLessThan(0.1);
    expect(probability({ id: 'e', ...shared, givenName: 'نزار' }, told)).toBeGreaterThan(0.9);
  });

  it.each([
    ['كمال', 'جمال'],
    ['حسن', 'حسين'],
    ['محمد', 'محمود'],
    ['ناصر', 'نصر'],
    ['عمر', 'عامر'],
  ])('holds brothers apart whose names are a letter apart: %s, %s', (one, other) => {
    const shared = { fatherName: 'حاتم', familyName: 'الزهراوي', motherName: 'سعاد' };
    const homes = { homePlace: 'تدمر' };
    const told = { id: 'r', givenName: one, ...shared, ...homes };
    expect(probability({ id: 'e', givenName: other, ...shared, ...homes }, told)).toBeLessThan(0.5);
    expect(probability({ ...told, id: 'e' }, told)).toBeGreaterThan(0.9);
  });

  it('lets a photograph from before a first-hand arrest speak against the pair, however full the name', () => {
    const arrested = { ...man, arrestDate: '2014-05-01', arrestSource: 'first_hand' } as const;
    const taken = (photoDate?: string) =>
      probability({ ...man, id: 'e', ...(photoDate === undefined ? {} : { photoDate }) }, arrested);
    expect(taken('2005')).toBeLessThan(taken() / 2);
    expect(taken('2014-06')).toBeGreaterThan(0.9);
  });

  it('leaves room for a namesake where nothing but the name is known', () => {
    const bare = probability({ ...man, id: 'e' });
    expect(bare).toBeGreaterThan(0.9);
    expect(bare).toBeLessThan(0.97);
  });

  it('takes a part that is missing for nothing: neither for nor against', () => {
    const evidence = (entry: EntryRecord) =>
      comparePersons(man, entry, prior).evidence.filter(
        ({ kind, code }) => kind === 'name' && code !== 'relatives',
      );
    const lacking: EntryRecord = { id: 'e', givenName: 'نزار', familyName: 'الزهراوي' };
    const agreeing = evidence({ ...lacking, fatherName: 'حاتم' });
    const father = agreeing.find(({ detail }) => detail?.['role'] === 'father');
    const sum = (items: readonly { centibits: number }[]) =>
      items.reduce((total, { centibits }) => total + centibits, 0);
    expect(sum(evidence(lacking))).toBe(sum(agreeing) - (father?.centibits ?? 0));
  });

  it('learns which names go together, and counts their agreement for less', () => {
    const [here, there] = [
      ['هاكوب', 'سركيس', 'كيفورك', 'بوغوص', 'أرمين', 'مهران', 'ديكران'],
      ['خالد', 'ماهر', 'أنس', 'رياض', 'سامر', 'وليد', 'نضال'],
    ];
    const records = Array.from({ length: 2400 }, (_, n) => {
      const names = n % 20 === 0 ? here : there;
      const pick = (at: number) => names[Math.floor(n / at) % names.length] ?? '';
      return { id: String(n), givenName: pick(1), fatherName: pick(7), familyName: pick(49) };
    });
    const frequencies = snapshotFrequencies(records, 'two-peoples');
    const milieu = (name: string) =>
      comparePersons({ id: 'r', name }, { id: 'e', name }, { ...prior, frequencies }).evidence.find(
        ({ code }) => code === 'milieu',
      )?.centibits ?? 0;
    expect(milieu('هاكوب سركيس كيفورك')).toBeLessThan(-300);
    expect(milieu('خالد ماهر أنس')).toBeGreaterThan(-50);
  });
});
