import { compareTokens } from './compare-tokens.js';

/** A name, how it is spelled, and a near name that is another. */
type Row = readonly [name: string, spelling: string, near: string];

const TRADITIONS: Readonly<Record<string, readonly Row[]>> = {
  French: [
    ['يوسف', 'Youssouf', 'يونس'],
    ['شادي', 'Chadi', 'هادي'],
    ['جميل', 'Djamil', 'جليل'],
    ['وليد', 'Oualid', 'خالد'],
    ['هشام', 'Hicham', 'هاشم'],
    ['سعيد', 'Saïd', 'سعد'],
    ['عائشة', 'Aïcha', 'عائدة'],
    ['قاسم', 'Kacem', 'كاظم'],
    ['رشيد', 'Rachid', 'راشد'],
  ],
  German: [
    ['شادي', 'Schadi', 'هادي'],
    ['جمال', 'Dschamal', 'كمال'],
    ['خالد', 'Chalid', 'حامد'],
    ['يوسف', 'Jussuf', 'يونس'],
    ['هشام', 'Hischam', 'هاشم'],
    ['شريف', 'Scherif', 'ظريف'],
    ['ياسين', 'Jasin', 'حسين'],
    ['يحيى', 'Jahja', 'يعقوب'],
  ],
  Turkish: [
    ['حسين', 'Hüseyin', 'حسن'],
    ['شادي', 'Şadi', 'سعدي'],
    ['جمعة', 'Cuma', 'جمال'],
    ['خالد', 'Halit', 'حامد'],
    ['محمد', 'Mehmet', 'محمود'],
    ['محمود', 'Mahmut', 'محمد'],
    ['أيوب', 'Eyüp', 'يعقوب'],
    ['رجب', 'Recep', 'رجاء'],
    ['جميل', 'Cemil', 'كميل'],
    ['غالب', 'Galip', 'طالب'],
    ['نور الدين', 'Nurettin', 'بدر الدين'],
    ['عبد القادر', 'Abdülkadir', 'عبد القاهر'],
  ],
  'Kurdish (Hawar)': [
    ['أحمد', 'Ehmed', 'حامد'],
    ['خليل', 'Xelîl', 'جليل'],
    ['جميل', 'Cemîl', 'كميل'],
    ['محمد', 'Mihemed', 'محمود'],
    ['حسن', 'Hesen', 'حسين'],
    ['حسين', 'Hisên', 'حسن'],
    ['شيخو', 'Şêxo', 'شاكر'],
    ['شيرين', 'Şîrîn', 'نسرين'],
    ['حمو', 'Hemo', 'حميد'],
    ['رشو', 'Reşo', 'رشيد'],
    ['غريب', 'Xerîb', 'قريب'],
    ['عبد الرحمن', 'Evdilrehman', 'عبد الرحيم'],
    ['عبد الكريم', 'Evdilkerîm', 'عبد الكبير'],
  ],
  Swedish: [
    ['شادي', 'Sjadi', 'هادي'],
    ['يوسف', 'Josef', 'يونس'],
    ['ياسين', 'Jasin', 'حسين'],
    ['جمال', 'Djamal', 'كمال'],
  ],
  'scholarly (ALA-LC, DIN 31635)': [
    ['حسن', 'Ḥasan', 'حسين'],
    ['خالد', 'Ḫālid', 'حامد'],
    ['خليل', 'Ḵalīl', 'جليل'],
    ['طارق', 'Ṭāriq', 'طاهر'],
    ['ظافر', 'Ẓāfir', 'جعفر'],
    ['ذكي', 'Ḏakī', 'زياد'],
    ['غسان', 'Ġassān', 'حسان'],
    ['شريف', 'Šarīf', 'ظريف'],
    ['جمال', 'Ǧamāl', 'كمال'],
    ['عمر', 'ʿUmar', 'عامر'],
    ['مؤمن', 'Muʾmin', 'منعم'],
    ['صالح', 'Ṣāliḥ', 'سالم'],
    ['عثمان', 'ʿUṯmān', 'عدنان'],
    ['عبد الرحمن', 'ʿAbd ar-Raḥmān', 'عبد الرحيم'],
  ],
  chat: [
    ['حسن', '7asan', 'حسين'],
    ['علي', '3ali', 'غالي'],
    ['خالد', '5aled', 'حامد'],
    ['طارق', '6are2', 'طاهر'],
    ['قاسم', '2asem', 'سام'],
    ['صالح', '9ale7', 'سالم'],
    ['غسان', '8assan', 'حسان'],
    ['سعيد', 'sa3eed', 'سعد'],
    ['خليل', "7'alil", 'جليل'],
    ['غالب', "3'aleb", 'طالب'],
    ['محمود', 'ma7moud', 'محمد'],
    ['معاذ', 'mo3az', 'معتز'],
  ],
};

describe.each(Object.entries(TRADITIONS))('%s spelling', (_, rows) => {
  it.each(rows)('has %s in %s, and not %s', (name, spelling, near) => {
    const own = compareTokens(name, spelling);
    expect(own).toBeGreaterThan(0.7);
    expect(compareTokens(near, spelling)).toBeLessThan(Math.min(0.7, own - 0.2));
  });
});
