import { ALIGNMENT_CODES, NAME_ROLES } from '@athar/arabic-names';
import { comparePersons } from './compare-persons.js';
import { EVIDENCE_KINDS, type EvidenceItem } from './evidence.js';
import { EXPLAINED_CODES, explain, type ExplainLocale } from './explain.js';
import { SOURCES } from './records.js';

function said(key: string, detail: EvidenceItem['detail'], locale: ExplainLocale): string {
  const [of = '', code = ''] = key.split('.');
  const kind = EVIDENCE_KINDS.find((known) => known === of) ?? 'prior';
  const item = { kind, code, centibits: 100, ...(detail !== undefined && { detail }) };
  return explain([item], locale)[0]?.sentence ?? '';
}

describe('explain', () => {
  it.each([
    [1, 'في وصف العلامات الفارقة كلمة مشتركة.'],
    [2, 'في وصف العلامات الفارقة كلمتان مشتركتان.'],
    [3, 'في وصف العلامات الفارقة 3 كلمات مشتركة.'],
    [11, 'في وصف العلامات الفارقة 11 كلمة مشتركة.'],
  ])('counts words in Arabic: %i', (shared, sentence) => {
    expect(said('marks.shared', { shared }, 'ar')).toBe(sentence);
  });

  it.each([
    [2, 'سنتين'],
    [3, '3 سنوات'],
    [10, '10 سنوات'],
    [12, '12 سنة'],
    [100, '100 سنة'],
  ])('counts years in Arabic: %i', (years, words) => {
    expect(said('age.birth-apart', { years }, 'ar')).toBe(`بين تاريخي الولادة نحو ${words}.`);
    expect(said('age.apart', { years }, 'ar')).toContain(` نحو ${words}.`);
  });

  it.each([
    [1, 'بنحو يوم '],
    [2, 'بنحو يومين '],
    [5, 'بنحو 5 أيام '],
    [40, 'بنحو 40 يوماً '],
    [400, 'بنحو 400 يوم '],
    [411, 'بنحو 411 يوماً '],
  ])('counts days in Arabic: %i', (days, words) => {
    for (const key of ['time.seen-after', 'time.arrested-after']) {
      expect(said(key, { days, source: 'first_hand' }, 'ar')).toContain(`${words}(شاهد مباشر).`);
    }
  });

  it('counts in English', () => {
    expect(said('marks.shared', { shared: 1 }, 'en')).toMatch(/share 1 word\.$/);
    expect(said('marks.shared', { shared: 2 }, 'en')).toMatch(/share 2 words\.$/);
    expect(said('time.seen-after', { days: 1, source: 'paid' }, 'en')).toMatch(/about 1 day after/);
  });

  it('calls every part, and two parts that are one, by the words of the language', () => {
    for (const code of ALIGNMENT_CODES) expect(EXPLAINED_CODES).toContain(`name.${code}`);
    for (const key of EXPLAINED_CODES) {
      for (const role of NAME_ROLES) {
        for (const source of [...SOURCES, 'unknown']) {
          const detail = { role, source, years: 3, days: 3, shared: 3 };
          expect(said(key, detail, 'ar')).toMatch(/^[^a-z{}]+\.$/i);
          expect(said(key, detail, 'en')).toMatch(/^[^{}\p{Script=Arabic}_]+\.$/u);
        }
      }
    }
  });

  it('says of a part of a name what its codes say, and less of a row that an older version wrote', () => {
    const old = { role: 'given', left: 0, right: 0, score: 97 };
    expect(said('name.same-sound', old, 'en')).toBe(
      'The given name is the same in another spelling.',
    );
    const kept = { ...old, note: 'other-script', spelling: 'turkish' };
    for (const common of [{ common: 1 }, { share: 4 }]) {
      expect(said('name.same-sound', { ...kept, ...common }, 'en')).toBe(
        'The given name is the same in another spelling, written in two scripts, Turkish spelling, ' +
          'but common.',
      );
    }
    expect(said('name.different', { ...old, note: 'head' }, 'en')).toBe(
      'The given name is different, a compound (as with Abd or Abu) on one side only.',
    );
    expect(said('name.same', { ...old, note: 'of-a-later-version' }, 'ar')).toBe(
      'تطابق تام في الاسم الأول.',
    );
  });

  it('keeps no figure of how common a name is', () => {
    const record = { id: 'r', name: 'محمد الزملكاني' };
    const { evidence } = comparePersons(record, { ...record, id: 'e' });
    const [given] = evidence.filter(({ detail }) => detail?.['role'] === 'given');
    expect(given?.detail).toMatchObject({ common: 1 });
    expect(given?.detail).not.toHaveProperty('share');
  });

  it('has one word for the family name and one for birth', () => {
    expect(said('name.different', { role: 'family' }, 'ar')).toBe('اختلاف في الكنية.');
    const all = EXPLAINED_CODES.map((key) => said(key, { role: 'family', years: 5 }, 'ar'));
    expect(all.join(' ')).not.toMatch(/النسبة|الميلاد/u);
  });
});
