import fc from 'fast-check';
import { normalise, suggestArabic, suggestLatin, SUGGESTED_TRADITIONS } from '../index.js';

const arabic = (latin: string, limit = 5) =>
  suggestArabic(latin, { limit }).map(({ spelling }) => spelling);
const latin = (name: string, limit = 5) =>
  suggestLatin(name, { limit }).map(({ spelling }) => spelling);

describe('Arabic spellings of a Latin name', () => {
  it.each([
    ['Hussein', 'حسين'],
    ['Hüseyin', 'حسين'],
    ['Houssein', 'حسين'],
    ['HOUSSEIN', 'حسين'],
    ['7ussein', 'حسين'],
    ['Khaled', 'خالد'],
    ['Halid', 'خالد'],
    ['Xalid', 'خالد'],
    ['Ahmad', 'أحمد'],
    ['Omar', 'عمر'],
    ['Cemil', 'جميل'],
    ['Dschamal', 'جمال'],
    ['Chadi', 'شادي'],
    ['Fatma', 'فاطمة'],
    ['Layla', 'ليلى'],
    ['Joud', 'جود'],
    ['Ghiath', 'غياث'],
    ['Qusay', 'قصي'],
    ['Ma’moun', 'مأمون'],
    ['Nour al-Din', 'نور الدين'],
    ['Noureddine', 'نور الدين'],
    ['Nurettin', 'نور الدين'],
    ['Abdulrahman', 'عبد الرحمن'],
    ['Abd el-Rahman', 'عبد الرحمن'],
    ['Abdullah', 'عبد الله'],
    ['Zulfikar', 'ذو الفقار'],
    ['al-Homsi', 'الحمصي'],
    ['Alhomsi', 'الحمصي'],
    ['Abu Khaled', 'أبو خالد'],
    ['Umm Ahmad', 'أم أحمد'],
    ['Ahmad bin Khaled', 'أحمد بن خالد'],
    ['Ahmad Khaled al-Hussein', 'أحمد خالد الحسين'],
  ])('%s is first of all %s', (name, wanted) => {
    expect(arabic(name)[0]).toBe(wanted);
  });

  it('offers every name that a spelling may stand for', () => {
    expect(arabic('Samir')).toEqual(expect.arrayContaining(['سمير', 'سامر']));
    expect(arabic('Alaa')).toEqual(expect.arrayContaining(['علاء', 'آلاء']));
  });

  it('gives no name twice, whatever its hamza', () => {
    const names = arabic('Asma', 10).map(normalise);
    expect(new Set(names).size).toBe(names.length);
  });

  it('leaves what is in Arabic letters as it is', () => {
    expect(arabic('حسن Ahmad')[0]).toBe('حسن أحمد');
    expect(arabic('الحلبي Ahmad')[0]).toBe('الحلبي أحمد');
  });
});

describe('Latin spellings of an Arabic name', () => {
  it.each([
    ['خالد', ['Khaled', 'Khalid']],
    ['فاطمة', ['Fatima', 'Fatma']],
    ['حسين', ['Hussein', 'Hussain']],
    ['احمد', ['Ahmad', 'Ahmed']],
    ['عبد الرحمن', ['Abdulrahman', 'Abdelrahman']],
    ['عبدالرحمن', ['Abdulrahman', 'Abdelrahman']],
    ['الحمصي', ['al-Homsi', 'Homsi']],
    ['أبو خالد', ['Abu Khaled', 'Abu Khalid']],
  ])('of %s has the usual ones', (name, wanted) => {
    expect(latin(name)).toEqual(expect.arrayContaining(wanted));
  });

  it.each([
    ['turkish', 'حسين', 'Hüseyin'],
    ['turkish', 'جميل', 'Cemil'],
    ['turkish', 'نور الدين', 'Nurettin'],
    ['french', 'شريف', 'Cherif'],
    ['german', 'شريف', 'Scherif'],
    ['kurdish', 'خالد', 'Xalid'],
    ['chat', 'خالد', '5alid'],
  ] as const)('keep to the %s tradition: %s is %s', (tradition, name, wanted) => {
    const found = suggestLatin(name, { tradition, limit: 2 });
    expect(found.map(({ spelling }) => spelling)).toContain(wanted);
  });

  it('writes digits for letters in chats only', () => {
    for (const tradition of SUGGESTED_TRADITIONS.filter((each) => each !== 'chat')) {
      for (const { spelling } of suggestLatin('خالد صباح', { tradition, limit: 20 })) {
        expect(spelling).not.toMatch(/\d/u);
      }
    }
  });
});

describe('suggestions', () => {
  it('are empty for what has no letters of the other script', () => {
    for (const text of ['', ' ', '123', '--', '😀', 'حسين'])
      expect(suggestArabic(text)).toEqual([]);
    for (const text of ['', '١٢٣', '…', 'Hussein']) expect(suggestLatin(text)).toEqual([]);
  });

  it('are as many as asked for, and none where none is', () => {
    expect(suggestLatin('محمد', { limit: 3 })).toHaveLength(3);
    for (const limit of [0, -1, Number.NaN]) expect(suggestLatin('محمد', { limit })).toEqual([]);
  });

  it('are a hundred at most, however many are asked for', () => {
    const name = 'محمد حسين خالد السامر';
    const hundred = suggestLatin(name, { limit: 100 });
    expect(hundred).toHaveLength(100);
    expect(suggestLatin(name, { limit: 2000 })).toEqual(hundred);
    expect(suggestLatin(name, { limit: Number.POSITIVE_INFINITY })).toEqual(hundred);
  });

  it('are those of all traditions where one is asked for that there is not', () => {
    for (const tradition of ['klingon', 'constructor', '__proto__']) {
      const options = JSON.parse(JSON.stringify({ tradition })) as { tradition: 'chat' };
      expect(suggestLatin('أبو خالد الحمصي', options)).toEqual(suggestLatin('أبو خالد الحمصي'));
    }
  });

  it('stand in order, each once, for any text', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abdhklmnrs علحمدنرسيوا-') });
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: 'binary' })), (text) => {
        for (const found of [suggestArabic(text), suggestLatin(text)]) {
          const spellings = found.map(({ spelling }) => spelling);
          const shares = found.map(({ share }) => share);
          expect(new Set(spellings).size).toBe(spellings.length);
          expect(shares).toEqual(shares.toSorted((a, b) => b - a));
          expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
          expect(spellings.every((spelling) => /\p{L}/u.test(spelling))).toBe(true);
        }
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('are found for the longest texts too', () => {
    expect(suggestArabic('Mohammad '.repeat(2000), { limit: 1 })).toHaveLength(1);
    expect(suggestLatin('محمد'.repeat(2000), { limit: 1 })).toHaveLength(1);
  });
});

describe('the habits of a tradition', () => {
  const spellings = (name: string, tradition: 'german' | 'turkish') =>
    suggestLatin(name, { tradition }).map(({ spelling }) => spelling);

  it('has no t for د inside a Turkish name', () => {
    expect(spellings('وجدي', 'turkish').join(' ')).not.toMatch(/t[a-z]/u);
    expect(spellings('أحمد', 'turkish')[0]).toBe('Ahmet');
    expect(spellings('نور الدين', 'turkish').join(' ')).toMatch(/ttin/u);
    expect(spellings('خديجة', 'turkish')[0]).toBe('Hatice');
  });

  it.each([
    ['وجدي', 'Vecdi'],
    ['نجدي', 'Necdi'],
    ['وهبي', 'Vehbi'],
    ['مجدي', 'Mecdi'],
    ['جلال', 'Celal'],
    ['حمدي', 'Hamdi'],
    ['صدري', 'Sadri'],
  ])('has the vowels of Turkish: %s is %s', (name, wanted) => {
    expect(spellings(name, 'turkish')[0]).toBe(wanted);
    expect(suggestArabic(wanted)[0]?.spelling).toBe(name);
  });

  it('has h for ح before ch in German', () => {
    expect(spellings('محمود', 'german')[0]).toMatch(/^Mahmo?ud$/u);
    expect(spellings('أحمد', 'german')[0]).toMatch(/^Ahm[ae]d$/u);
  });

  it('has علي for Ali', () => {
    expect(suggestArabic('Ali')[0]?.spelling).toBe('علي');
  });
});
