import fc from 'fast-check';
import { seedHolders, seedPlaces } from '../seed/seed.js';
import { buildRecogniser } from './recogniser.js';

const talbiseh = {
  code: 'SY040401',
  level: 'subdistrict',
  nameAr: 'تلبيسة',
  nameEn: 'Talbiseh',
  parent: 'SY0404',
  spellings: [],
  weak: [],
  source: 'test',
} as const;
const recogniser = buildRecogniser([...seedPlaces, talbiseh], seedHolders);

const placesOf = (text: string) => recogniser.recognise(text).places.map(({ code }) => code);
const holdersOf = (text: string, expecting?: 'holder') =>
  recogniser.recognise(text, { expecting }).holders.map(({ code }) => code);

describe('places in what relatives say', () => {
  it.each([
    ['Halep', 'SY02'],
    ['Alep, Syrie', 'SY02'],
    ['7oms', 'SY04'],
    ['حي جوبر بدمشق', 'SY01'],
    ['للرقة', 'SY11'],
    ['Deir ez-Zor city', 'SY0901'],
    ['Damascus city', 'SY01'],
    ['مدينة حمص', 'SY0401'],
    ['Douma / Rif Dimashq', 'SY0302'],
    ['من ريف حمص، تلبيسة', 'SY040401'],
    ['بريف حماة الشمالي', 'SY05'],
    ['Qamişlo', 'SY0802'],
    ['كوباني', 'SY0206'],
    ['ديرالزور', 'SY09'],
    ['Tell-Kalakh', 'SY0403'],
    ['Malikeyyeh', 'SY0803'],
    ['النبك', 'SY0306'],
    ['منطقة الباب', 'SY0202'],
    ['الرقة، الثورة', 'SY1103'],
  ])('%s: the narrowest that is certain is %s', (text, code) => {
    expect(placesOf(text)).toEqual([code]);
  });

  it.each([
    'بيروت',
    'Mersin',
    'Gaziantep',
    'İstanbul',
    'محمد',
    'أحمد حسين الكمال',
    'النيرب',
    'خرج من الباب',
    'بعد الثورة',
    'على ورقة بيضاء',
    'شارع حلب',
    'University of Aleppo',
    'طريق حمص',
    'قرية حمص',
    'مخيم حماة',
    'الحمصي',
    'Halabi',
    'رستم',
    'Aziz',
    'tell me',
  ])('%s: nothing certain', (text) => {
    expect(placesOf(text)).toEqual([]);
  });

  it('shows a nisba as what it is', () => {
    const [mention] = recogniser.recognise('خالد الحمصي').mentions;
    expect(mention).toMatchObject({ usage: 'nisba', text: 'الحمصي', certain: null });
    expect(mention?.alternatives[0]).toMatchObject({ code: 'SY04' });
  });

  it('is certain of the governorate where its district has the same name, and says so of both', () => {
    const [mention] = recogniser.recognise('من حمص').mentions;
    expect(mention?.certain).toMatchObject({ code: 'SY04', level: 'governorate' });
    expect(mention?.alternatives).toMatchObject([{ code: 'SY0401', level: 'district' }]);
  });

  it('says where in the text, and what lies around it', () => {
    const text = 'اعتقل بدوما';
    const [mention] = recogniser.recognise(text).mentions;
    expect(mention).toMatchObject({ from: 7, to: 11, text: 'دوما' });
    expect(mention?.certain?.parents).toMatchObject([{ code: 'SY03', nameEn: 'Rif Dimashq' }]);
    expect(recogniser.recognise(text).governorates).toEqual(['SY03']);
  });

  it('does not choose between two that bear one name until the text does', () => {
    const named = { ...talbiseh, nameAr: 'صوران', nameEn: 'Suran' };
    const two = buildRecogniser(
      [
        ...seedPlaces,
        { ...named, code: 'SY020405', parent: 'SY0204' },
        { ...named, code: 'SY050102', parent: 'SY0501' },
      ],
      [],
    );
    expect(two.recognise('صوران').places).toEqual([]);
    expect(two.recognise('صوران').mentions[0]?.alternatives).toHaveLength(2);
    expect(two.recognise('صوران، حماة').places).toMatchObject([{ code: 'SY050102' }]);
  });
});

describe('holders', () => {
  it.each([
    ['فرع فلسطين 235', ['mi-235']],
    ['branch 215', ['mi-215']],
    ['الأفرع: 215، 227 و248', ['mi-215', 'mi-227', 'mi-248']],
    ['الفرع ٢٢٧', ['mi-227']],
    ['مشفى 601', ['hospital-601']],
    ['مستشفى تشرين العسكري', ['hospital-tishreen']],
    ['سجن صيدنايا العسكري', ['prison-sednaya']],
    ['المخابرات الجوية مطار المزة', ['afi-mezzeh']],
    ['الأمن العسكري في حماة', ['mi']],
    ['داعش', ['force-is']],
    ['سنة 215', []],
    ['Saydnaya', []],
    ['فلسطين', []],
  ])('%s: %j', (text, codes) => {
    expect(holdersOf(text)).toEqual(codes);
  });

  it('shows the one branch that a service has in the town named beside it, and is not certain of it', () => {
    const [service] = recogniser.recognise('اعتقله الأمن العسكري بحمص').mentions;
    expect(service?.certain).toMatchObject({ code: 'mi' });
    expect(service?.alternatives).toMatchObject([{ code: 'mi-261' }]);
    const [inDamascus] = recogniser.recognise('الأمن العسكري بدمشق').mentions;
    expect(inDamascus?.alternatives).toEqual([]);
  });

  it('takes a bare number or a short name where holders are asked for', () => {
    expect(holdersOf('215', 'holder')).toEqual(['mi-215']);
    expect(holdersOf('صيدنايا', 'holder')).toEqual(['prison-sednaya']);
  });
});

it('reads any text without error, and every mention stands where it says', () => {
  const pieces = fc.constantFrom(
    'حمص',
    'ب',
    ' ',
    '،',
    'Deir',
    'ez',
    '-',
    'Zor',
    '215',
    'فرع',
    '\u200f',
    'ـ',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const { from, to, text: part } of recogniser.recognise(text).mentions)
        expect(text.slice(from, to)).toBe(part);
    }),
  );
});
