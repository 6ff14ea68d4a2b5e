import { languages, type Language } from '@athar/families';
import { renderMessage } from './render.js';
import { templateNames, templates } from './templates.js';

/** Beginnings of words that say or hint what became of somebody, or that something was found. */
const beginnings: Record<Language, RegExp> = {
  ar: /^(مات|موت|توف(?!ر|ير)|متوف(?!ر)|وفا|شهيد|شهدا|استشهد|قتل|مقتول|جث|رفات|دفن|مدفون|قبر|ضحي|ضحاي|تعذيب|عثر|عثور|وجد|ايجاد|نتيج|نتائج|تطابق|مطابق|خبر|اخبار|معلوم|تاكد|موكد|مؤكد|هوي|صور|اسف|ناسف|عزا|تعاز|رحم|مرحوم|معتقل|سجن|سجين|مفقود|مختف|مصير|عاجل|فور)/,
  en: /^(dea[dt]|die|dying|deceas|kill|murder|bod(y|ies)|remains|grave|bur[iy]|victim|tortur|martyr|found|find|discover|result|match|news|information|confirm|identi|photo|image|picture|sorry|regret|condol|sad|detain|prison|arrest|missing|disappear|fate|urgent|immediate|soon)/,
};

/** Words without vowel signs, letter variants and, in Arabic, without what is written onto them. */
function wordsOf(language: Language, text: string): string[] {
  const plain = text.replace(/\p{M}/gu, '').replace(/[أإآ]/g, 'ا').toLowerCase();
  const words = plain.match(/\p{L}+/gu) ?? [];
  if (language === 'en') return words;
  return words.flatMap((word) => [word, word.replace(/^[وفبكلس]?(?:ال|لل)?/, '')]);
}

const forbiddenIn = (language: Language, text: string) =>
  wordsOf(language, text).filter((word) => beginnings[language].test(word));

const wordings = templateNames.flatMap((name) =>
  languages.map((language) => [name, language, templates[name][language]] as const),
);

const variables = { reference: '4827-1953-0617-42', organisation: 'Organisation', phone: '+000' };

describe.each(wordings)('%s in %s', (name, language, wording) => {
  it('has no word that says or hints anyone’s fate', () => {
    const text = Object.values(wording).join(' ');
    expect(forbiddenIn(language, text)).toEqual([]);
  });

  it('knows no variable but reference, organisation and phone, and no link', () => {
    for (const text of Object.values(wording)) {
      const names = [...text.matchAll(/\{([^}]*)\}/g)].map(([, variable]) => variable);
      expect(['reference', 'organisation', 'phone']).toEqual(expect.arrayContaining(names));
      expect(text).not.toMatch(/https?:|www\.|[{}]{2}/);
    }
  });

  it('fills every variable', () => {
    const { subject, text } = renderMessage(name, language, variables, false);
    expect(`${subject}${text}`).not.toMatch(/[{}]/);
    expect(text).toContain(variables.reference);
    expect(text).toContain(variables.phone);
  });

  it('shows nobody who sent it where that is asked for', () => {
    const open = renderMessage(name, language, variables, false);
    const discreet = renderMessage(name, language, variables, true);
    expect(`${open.subject}${open.text}`).toContain('Organisation');
    expect(`${discreet.subject}${discreet.text}`).not.toContain('Organisation');
  });
});

describe('the words that must not occur', () => {
  it.each([
    ['ar', 'توفي'],
    ['ar', 'والمتوفّى'],
    ['ar', 'وجدنا تطابقاً'],
    ['ar', 'لدينا أخبار'],
    ['en', 'We found a match'],
    ['en', 'He died'],
    ['en', 'remains were identified'],
  ] as const)('would find in %s: %s', (language, text) => {
    expect(forbiddenIn(language, text)).not.toEqual([]);
  });
});

describe('a reference in Arabic text', () => {
  it('keeps the order of its groups', () => {
    const { text } = renderMessage('registered', 'ar', variables, false);
    expect(text).toContain(`\u2066${variables.reference}\u2069`);
  });
});
