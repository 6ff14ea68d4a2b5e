import { parseName } from '@athar/arabic-names';
import { band } from './band.js';
import { comparePersons } from './compare-persons.js';
import type { EvidenceKind } from './evidence.js';
import { EXPLAINED_CODES, explain } from './explain.js';
import type { EntryRecord, ReportRecord, Source } from './records.js';

const report: ReportRecord = { id: 'r', name: 'نزار حاتم الزهراوي' };
const entry: EntryRecord = { id: 'e', name: 'Nizar Hatem Zahrawi' };

const of = (kind: EvidenceKind, left: Partial<ReportRecord>, right: Partial<EntryRecord>) =>
  comparePersons({ ...report, ...left }, { ...entry, ...right }).evidence.filter(
    (item) => item.kind === kind,
  );
const bits = (kind: EvidenceKind, left: Partial<ReportRecord>, right: Partial<EntryRecord>) =>
  of(kind, left, right).reduce((sum, item) => sum + item.centibits, 0) / 100;

describe('comparePersons', () => {
  it('adds nothing for what either side does not know', () => {
    const kinds = comparePersons({ ...report, sex: 'male', birthDate: '1980' }, entry).evidence.map(
      (item) => item.kind,
    );
    expect(new Set(kinds)).toEqual(new Set(['prior', 'name']));
  });

  it('believes a first-hand sighting after the photograph, others little, and cuts none', () => {
    const seen = (lastSeenSource: Source) =>
      bits('time', { lastSeenDate: '2016-05', lastSeenSource }, { photoDate: '2015-03-04' });
    expect(seen('first_hand')).toBeLessThan(-5);
    for (const source of ['hearsay', 'paid', 'official'] as const) {
      expect(seen(source)).toBeLessThan(0);
      expect(seen(source)).toBeGreaterThan(-2);
    }
    const codes = of(
      'time',
      { lastSeenDate: '2016', lastSeenSource: 'paid' },
      { photoDate: '2015' },
    );
    expect(codes.map((item) => item.code)).toEqual(['seen-after']);
  });

  it('takes a vague date at its word: no conflict where the sighting may have come first', () => {
    expect(
      bits(
        'time',
        { lastSeenDate: '2015', lastSeenSource: 'first_hand' },
        { photoDate: '2015-03' },
      ),
    ).toBe(0);
  });

  it('reads numbers in any digits, forgives confusable ones in part, trusts one branch most', () => {
    const number = (detaineeNumber: string, branch?: string) =>
      bits(
        'number',
        { detaineeNumber: '٢٧٥', arrestedBy: 'Branch 215' },
        { detaineeNumber, branch },
      );
    expect(number('275', 'فرع ٢١٥')).toBeGreaterThan(8);
    expect(number('275')).toBeGreaterThan(number('275', '248'));
    expect(number('375', '215')).toBeGreaterThan(0);
    expect(number('375', '215')).toBeLessThan(number('275', '215'));
    expect(number('999', '215')).toBeLessThan(0);
  });

  it('weighs ages as seen widely, and a child against a grown man heavily', () => {
    const age = (birthDate: string, years: number) =>
      bits('age', { birthDate }, { age: years, photoDate: '2014-06' });
    expect(age('1980', 35)).toBeGreaterThan(0);
    expect(age('1980', 48)).toBeGreaterThan(-1);
    expect(age('1980', 5)).toBeLessThan(-4);
    expect(age('1980-01-01', 34)).toBe(age('1980', 34));
  });

  it('takes an age that cannot be for more than a doubtful one', () => {
    const age = (birthDate: string, years: number) =>
      bits('age', { birthDate }, { age: years, photoDate: '2014-06' });
    expect(age('1960', 25)).toBeLessThan(age('1960', 40) - 1);
    expect(age('1995', 60)).toBeLessThan(age('1995', 45));
  });

  it('takes a date some days behind the photograph for an error of memory', () => {
    const arrested = (arrestDate: string) =>
      bits('time', { arrestDate, arrestSource: 'first_hand' }, { photoDate: '2013-11-30' });
    expect(arrested('2013-12')).toBeGreaterThan(-2);
    expect(arrested('2014-03-15')).toBeLessThan(arrested('2013-12'));
    expect(arrested('2015')).toBeLessThan(-5);
  });

  it('gives a face that is further from its age no more', () => {
    const seen = [35, 33, 31, 29, 27, 25, 23, 21, 19].map((age) =>
      bits('age', { birthDate: '1979' }, { age, photoDate: '2014-06' }),
    );
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
  });

  it('reads no age out of the open end of a date', () => {
    const age = (birthDate: string, photoDate: string) =>
      bits('age', { birthDate }, { age: 34, photoDate });
    expect(age('1975/..', '2014')).toBeGreaterThan(0);
    expect(age('../1985', '2014')).toBeGreaterThan(0);
    expect(age('1980', '2013-11/..')).toBeGreaterThan(0);
    expect(age('2000/..', '2014')).toBe(age('2000', '2014'));
  });

  it("tells homonyms apart by the mother's name", () => {
    const mother = (motherName: string) =>
      bits('mother_name', { motherName: 'سعاد' }, { motherName });
    expect(mother('Souad')).toBeGreaterThan(2);
    expect(mother('خديجة')).toBeLessThan(-2);
  });

  it('knows governorates in both scripts and that prisoners were moved', () => {
    expect(bits('place', { homeGovernorate: 'حماة' }, { homeGovernorate: 'Hama' })).toBeGreaterThan(
      1,
    );
    expect(bits('place', { homePlace: 'حمص' }, { homeGovernorate: 'SY02' })).toBeLessThan(0);
    // Half as likely at most: near nothing beside what names say.
    expect(bits('holder', { arrestedBy: '227' }, { branch: '215' })).toBeGreaterThan(-1.1);
  });

  it('says nothing of a holder that it cannot read', () => {
    const held = (branch: string) => of('holder', { arrestedBy: 'فرع 215' }, { branch });
    expect(held('سجن صيدنايا')).toHaveLength(1);
    expect(held('مقر الخيالة')).toEqual([]);
  });

  it('never calls an entry with one given name strong', () => {
    const lone: EntryRecord = {
      id: 'e',
      name: 'نزار',
      detaineeNumber: '12',
      branch: '215',
      motherName: 'سعاد',
    };
    const told = { ...report, detaineeNumber: '12', arrestedBy: '215', motherName: 'سعاد' };
    const { centibits, probability } = comparePersons(told, lone);
    expect(probability).toBeGreaterThan(0.9);
    expect(band(centibits, parseName('نزار'))).toBe('fair');
    expect(band(centibits, parseName('نزار الزهراوي'))).toBe('strong');
  });

  it('repeats no name in its evidence and has a sentence for every code in both languages', () => {
    const { evidence } = comparePersons(
      { ...report, motherName: 'سعاد', sex: 'male', knownAs: ['أبو غيث'], lastSeenDate: '2016' },
      { ...entry, motherName: 'Souad', sex: 'female', knownAs: ['Abu Ghaith'], photoDate: '2014' },
    );
    expect(JSON.stringify(evidence)).not.toMatch(/نزار|Nizar|سعاد|Souad|غيث|Ghaith/);
    for (const { kind, code } of evidence) expect(EXPLAINED_CODES).toContain(`${kind}.${code}`);
    for (const locale of ['ar', 'en'] as const) {
      for (const { sentence } of explain(evidence, locale)) {
        expect(sentence).toMatch(locale === 'ar' ? /^[^a-z{}]+$/ : /^[^{}]+\.$/);
      }
    }
  });
});
