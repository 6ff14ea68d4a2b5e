import fc from 'fast-check';
import { compareNames } from '../compare-names.js';
import { parseName } from '../parse.js';
import { TRADITIONS } from '../traditions/traditions.js';
import { ALIGNMENT_CODES, NAME_ROLES, type NameParts } from '../types.js';
import { explainPart, explainReason } from './explain-part.js';
import { PART_NOTES, reasonOf } from './part-reason.js';

function reasons(a: string | NameParts, b: string | NameParts) {
  const [left, right] = [parseName(a), parseName(b)];
  return compareNames(left, right).alignment.map((part) => reasonOf(part, left, right));
}

function sentences(a: string, b: string, language: 'ar' | 'en') {
  const [left, right] = [parseName(a), parseName(b)];
  const { alignment } = compareNames(left, right);
  return alignment.map((part) => explainPart(part, left, right, language));
}

const bare = (text: string) => text.replace(/[\u2068\u2069]/gu, '');

describe('reasonOf', () => {
  it.each([
    ['حسين', 'Hüseyin', 'other-script'],
    ['جميل', 'جميلة', 'man-and-woman'],
    ['رحمن', 'عبد الرحمن', 'head'],
    ['عبد الرحمن', 'Abdulrahman', 'compound'],
    ['عبدالرحمن', 'عبد الرحمن', 'compound'],
    ['علي', 'العلي', 'article'],
    ['القصير', 'الفصير', 'dots'],
    ['ظافر', 'ضافر', 'hearing'],
    ['قاسم', 'جاسم', 'hearing'],
    ['حاني', 'هاني', 'hearing'],
    ['رياض', 'رياد', 'hearing'],
    ['حسن', 'حسين', 'one-letter'],
    ['علي أوغلو', 'علي', 'son-of'],
    ['أبو خالد', 'أم خالد', null],
    ['سامر', 'سامر', null],
  ])('says of %s and %s: %s', (a, b, note) => {
    expect(reasons(a, b)[0]?.note).toBe(note);
    expect(reasons(b, a)[0]?.note).toBe(note);
  });

  it.each([
    ['أحمد الحاج علي', 'أحمد علي', 'title'],
    ['أحمد الشيخ علي', 'أحمد علي', 'title'],
    ['أحمد الشيخ علي', 'أحمد الحاج علي', null],
    ['أحمد عبد الكريم', 'أحمد كريم', 'head'],
  ])('says of the second names of %s and %s: %s', (a, b, note) => {
    expect(reasons(a, b)[1]?.note).toBe(note);
    expect(reasons(b, a)[1]?.note).toBe(note);
  });

  it('knows an initial', () => {
    expect(reasons('أ. الحلبي', 'أحمد الحلبي').map(({ note }) => note)).toEqual(['initial', null]);
  });

  it('names the traditions of Latin spellings, both where they differ', () => {
    expect(reasons('حسين', 'Hüseyin')[0]?.traditions).toEqual(['turkish']);
    expect(reasons('Houssein', 'Hüseyin')[0]?.traditions).toEqual(['french', 'turkish']);
    expect(reasons('نادر', 'Nader')[0]?.traditions).toEqual([]);
  });

  it('says how common a part is that agrees, if it is common', () => {
    const [given, father] = reasons('محمد الزملكاني', 'محمد الزملكاني');
    expect(given?.share).toBeGreaterThan(5);
    expect([given?.common, father?.common]).toEqual([true, false]);
    expect(father?.share).toBeNull();
    expect(reasons('محمد', 'نزار')[0]?.share).toBeNull();
  });
});

describe('explainPart', () => {
  const [left, right] = ['حسين عبد الرحمن خليل الحمصي', 'Hüseyin Abdulrahman Homsi'];

  it('says in English what met what and why', () => {
    expect(sentences(left, right, 'en').map(bare)).toEqual([
      'حسين ~ Hüseyin: the given name is the same in another spelling, written in two scripts, ' +
        'Turkish spelling, but common: it and names written much like it are about 4 % of name parts.',
      "عبد الرحمن ~ Abdulrahman: the father's name is the same in another spelling, " +
        'one name, written as two words on one side, as one on the other.',
      'الحمصي ~ Homsi: the family name is the same in another spelling, written in two scripts.',
      "خليل ~ –: the grandfather's name is missing on the right.",
    ]);
  });

  it('says the same in Arabic', () => {
    expect(sentences(left, right, 'ar').map(bare)).toEqual([
      'حسين ~ Hüseyin: تطابق في الاسم الأول بإملاء آخر، بأبجديتين مختلفتين، بالإملاء التركي، ' +
        'لكن الاسم شائع: هو والأسماء القريبة منه كتابةً نحو 4 بالمئة من الأسماء.',
      'عبد الرحمن ~ Abdulrahman: تطابق في اسم الأب بإملاء آخر، ' +
        'اسم واحد كُتب كلمتين في جهة وكلمة واحدة في الأخرى.',
      'الحمصي ~ Homsi: تطابق في الكنية بإملاء آخر، بأبجديتين مختلفتين.',
      'خليل ~ –: لم يرد ذكر اسم الجد في الجهة الثانية.',
    ]);
  });

  it('says in plain Arabic what stands on one side only', () => {
    const [own, other] = ['أحمد سامر يوسف الحمصي', 'أحمد سامر الحمصي'];
    expect(sentences(own, other, 'ar').at(-1)).toMatch(
      /: لم يرد ذكر اسم الجد في الجهة الثانية\.$/u,
    );
    expect(sentences(other, own, 'ar').at(-1)).toMatch(/: لم يرد ذكر اسم الجد في الجهة الأولى\.$/u);
    const reason = {
      role: 'kunya',
      note: null,
      traditions: [],
      common: false,
      share: null,
    } as const;
    expect(explainReason({ ...reason, code: 'kunya-only' }, 'ar')).toBe(
      'لم يرد ذكر اللقب (أبو… أو أم…) إلا في جهة واحدة.',
    );
    expect(explainReason({ ...reason, code: 'different' }, 'ar')).toBe(
      'اختلاف في اللقب (أبو… أو أم…).',
    );
  });

  it('speaks of the last part of a name as of the family, with its article or without', () => {
    for (const [own, other] of [
      ['Nizar Halabi', 'Nizar al-Halabi'],
      ['Nizar Halabi', 'نزار حلبي'],
      ['نزار خالد حلبي', 'Nizar Khaled Halabi'],
    ] as const) {
      expect(sentences(own, other, 'en').at(-1)).toContain('the family name is');
      expect(sentences(other, own, 'en').at(-1)).toContain('the family name is');
    }
  });

  it('refuses a language that it has no sentences in, naming those that it has', () => {
    const [left, right] = [parseName('حسين'), parseName('Hüseyin')];
    const [part] = compareNames(left, right).alignment;
    if (part === undefined) throw new Error('No part.');
    expect(() => explainPart(part, left, right, 'fr' as 'en')).toThrow(
      expect.objectContaining({
        code: 'unknown-language',
        message: expect.stringContaining('ar, en') as string,
      }),
    );
  });

  it('shows both words where two stand for one', () => {
    expect(bare(sentences('شهيد خيل محمد', 'Shahidkhel محمد', 'en')[0] ?? '')).toMatch(
      /^شهيد خيل ~ Shahidkhel: /u,
    );
  });

  it('keeps each name in its own direction, and opens no isolate that it does not close', () => {
    const word = fc.constantFrom(
      'حسين',
      'Hüseyin',
      'محمد',
      'Abd el-Rahman',
      'د.',
      'أبو خالد',
      '٣',
      '!',
    );
    const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        for (const language of ['ar', 'en'] as const) {
          for (const sentence of sentences(a, b, language)) {
            expect(sentence.replace(/\u2068[^\u2068\u2069]+\u2069/gu, '')).not.toMatch(
              /[\u2068\u2069{}]|undefined/u,
            );
          }
        }
      }),
    );
  });
});

describe('explainReason', () => {
  it('has a sentence for every code, note and tradition in both languages', () => {
    for (const code of ALIGNMENT_CODES) {
      for (const note of [...PART_NOTES, null]) {
        const traditions = TRADITIONS.slice(0, 2);
        const reason = { code, role: NAME_ROLES[0], note, traditions, common: true, share: 3 };
        expect(explainReason(reason, 'ar')).toMatch(/^[^a-z{}]+\.$/iu);
        expect(explainReason(reason, 'en')).toMatch(/^[^{}\p{Script=Arabic}_]+\.$/u);
        expect(explainReason({ ...reason, share: null }, 'en')).toMatch(/, but common\.$/u);
      }
    }
  });
});
