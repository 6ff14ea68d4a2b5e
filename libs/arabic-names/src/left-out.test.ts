import { compareNames } from './compare-names.js';
import { parseName } from './parse.js';
import { HONORIFIC_HEADS, TITLES } from './words.js';

const shape = (name: string) =>
  parseName(name).tokens.map(
    (token) => (token.head === null ? '' : `${token.head}+`) + token.folded,
  );
const score = (a: string, b: string) => compareNames(parseName(a), parseName(b)).score;

describe('what is no part of a name', () => {
  it.each([
    'الدكتور أحمد علي',
    'د. أحمد علي',
    'د.أحمد علي',
    'د/ أحمد علي',
    'دكتور أحمد علي',
    'مولوي أحمد علي',
    'الشهيد أحمد علي',
    'الطفل أحمد علي',
    'الطفلة المغيبة أحمد علي',
    'العميد الركن أحمد علي',
    'المرحوم الحاج أحمد علي',
    'الأستاذ الدكتور أحمد علي',
    'أحمد المرحوم علي',
    'أحمد بن الشهيد علي',
  ])('leaves the titles of %s out', (name) => {
    expect(shape(name)).toEqual(['احمد', 'علي']);
  });

  it.each([
    'Dr. Ahmed Ali',
    'Sheikh Ahmed Ali',
    'Hajji Ahmed Ali',
    'El Hadj Ahmed Ali',
    'Mr Ahmed Ali',
    'Herr Dr. Ahmed Ali',
    'Sayın Ahmed Ali',
    'Monsieur Ahmed Ali',
  ])('leaves the titles of %s out', (name) => {
    expect(shape(name)).toEqual(['ahmed', 'ali']);
  });

  it.each([
    ['Bayan Ahmad Halabi', 'بيان أحمد الحلبي', 'أحمد الحلبي'],
    ['Sheikha Ahmad Halabi', 'شيخة أحمد الحلبي', 'أحمد الحلبي'],
    ['Sayyida Ali Halabi', 'سيدة علي الحلبي', 'علي الحلبي'],
    ['Kak Ali Halabi', 'كاك علي الحلبي', 'علي الحلبي'],
  ])('holds what is a given name too for one: %s', (latin, arabic, without) => {
    expect(shape(latin)).toHaveLength(3);
    expect(shape(arabic)).toHaveLength(3);
    expect(score(latin, arabic)).toBeGreaterThan(0.75);
    expect(score(latin, without)).toBeLessThan(0.9);
    expect(score(arabic, without)).toBeLessThan(0.9);
  });

  it('holds د for an initial without the sign of a title', () => {
    expect(shape('د علي الحلبي')).toEqual(['د', 'علي', 'حلبي']);
    expect(shape('سامر د. الحلبي')).toEqual(['سامر', 'د', 'حلبي']);
    expect(shape('سامر د.')).toEqual(['سامر', 'د']);
    expect(score('Dana Ali Halabi', 'د علي الحلبي')).toBeGreaterThan(0.85);
    expect(score('Dana Ali Halabi', 'د علي الحلبي')).toBeGreaterThan(
      score('Dana Ali Halabi', 'س علي الحلبي'),
    );
  });

  it.each([
    ['haj hajj hac hadj', 'حاج'],
    ['haji hajji haci heci hadji hadschi', 'حاجي'],
    ['haji hajji haci heci hadji hadschi', 'حجي'],
    ['elhaj elhajj elhadj alhaj alhajj', 'الحاج'],
    ['sheikh shaikh shaykh sheik cheikh scheich sheyh shex', 'شيخ'],
    ['alsheikh', 'الشيخ'],
    ['mullah mulla molla', 'ملا'],
    ['mawlawi maulavi', 'مولوي'],
    ['dr doctor docteur doktor', 'دكتور'],
    ['marhum marhoum', 'المرحوم'],
    ['eng', 'المهندس'],
    ['prof ustadh ustaz ustad', 'الأستاذ'],
    ['hajja', 'الحاجة'],
  ])('reads the titles %s as %s', (latin, arabic) => {
    for (const title of latin.split(' ')) {
      expect(score(`${title} Bekir`, `${arabic} بكر`)).toBeGreaterThan(0.9);
      expect(score(`${title} Omar Bakr`, `${arabic} عمر بكر`)).toBeGreaterThan(0.9);
    }
  });

  it('finds the same titles inside a name in both scripts', () => {
    for (const head of ['hajj', 'sheikh'] as const) {
      for (const word of HONORIFIC_HEADS[head]) {
        expect(TITLES).toContain(word);
        expect(shape(`Omar ${word} Bakr`)).toEqual(['omar', `${head}+bakr`]);
      }
    }
    expect(score('Mohammad Haji Bakr', 'محمد حجي بكر')).toBeGreaterThan(0.9);
    expect(score('Mohammad Haji Bakr', 'محمد حاجي بكر')).toBeGreaterThan(0.9);
  });

  it('keeps a title that is all that there is, or the last', () => {
    expect(shape('الشيخ')).toEqual(['شيخ']);
    expect(shape('خالد الشيخ')).toEqual(['خالد', 'شيخ']);
    expect(shape('خالد الشيخ بن محمد')).toEqual(['خالد', 'شيخ', 'محمد']);
  });

  it('reads a title inside a name as the family’s or the father’s', () => {
    const name = parseName('محمد الحاج علي');
    expect(shape('محمد الحاج علي')).toEqual(['محمد', 'hajj+علي']);
    expect(name.readings).toEqual(
      expect.arrayContaining([
        ['given', 'family'],
        ['given', 'father'],
      ]),
    );
    expect(shape('Omar Said Haj Hassan')).toEqual(['omar', 'said', 'hajj+hassan']);
    expect(shape('سامر شيخ الأرض')).toEqual(['سامر', 'sheikh+ارض']);
    expect(shape('سامر الشيخ الحلبي')).toEqual(['سامر', 'شيخ', 'حلبي']);
    expect(shape('سامر الشيخ عبد الله')).toEqual(['سامر', 'abd+اله']);
  });

  it('holds a title inside a name for a title or a part of it', () => {
    expect(score('محمد خالد الحاج علي', 'Mohammad Khaled Haj Ali')).toBeGreaterThan(0.85);
    expect(score('محمد خالد الحاج علي', 'محمد خالد علي')).toBeGreaterThan(0.75);
    expect(parseName({ given: 'محمد', family: 'الحاج علي' }).tokens[1]).toMatchObject({
      head: 'hajj',
      folded: 'علي',
    });
  });

  it.each([
    'سعاد العطار حرم نادر السقا',
    'سعاد العطار زوجة نادر السقا',
    'سعاد العطار أرملة المرحوم نادر',
  ])('leaves the husband of %s out', (name) => {
    expect(shape(name)).toEqual(['سعاد', 'عطار']);
  });

  it('finds no name of her own where only a husband is named', () => {
    expect(shape('زوجة محمد الخطيب')).toEqual([]);
    expect(shape('حرم سامر الطحان')).toEqual([]);
  });

  it('reads wives in Latin letters', () => {
    expect(shape('Souad Attar wife of Nader Sakka')).toEqual(['souad', 'attar']);
    expect(shape('Souad Attar épouse Sakka')).toEqual(['souad', 'attar']);
    expect(shape('Souad Sakka née Attar')).toEqual(['souad', 'sakka', 'attar']);
  });

  it('stops where a paper goes on with the mother and the birth', () => {
    const name = parseName('أحمد العلي بن محمد والدته فاطمة تولد حماة 1984');
    expect(name.tokens.map(({ folded }) => folded)).toEqual(['احمد', 'علي', 'محمد']);
    expect(name.readings[0]).toEqual(['given', 'family', 'father']);
    expect(shape('والدته فاطمة')).toEqual(['فاطمه']);
  });

  it.each(['بن', 'ابن', 'bin', 'ben', 'ibn', 'ould'])('reads the father after %s', (son) => {
    const { tokens, readings } = parseName(`Ahmed ${son} Mohamed`);
    expect(tokens.map(({ folded }) => folded)).toEqual(['ahmed', 'mohamed']);
    expect(readings[0]).toEqual(['given', 'father']);
  });

  it('reads words of descent and of by-names as names where nothing follows', () => {
    expect(shape('Mr. Weld')).toEqual(['weld']);
    expect(score('Mr. Weld', 'ولد')).toBeGreaterThan(0.9);
    expect(shape('سامر المعروف')).toEqual(['سامر', 'معروف']);
    expect(shape('Aka')).toEqual(['aka']);
    expect(shape('Weld Ahmed')).toEqual(['ahmed']);
  });

  it('reads a daughter', () => {
    expect(parseName('Fatima bint Ali').readings[0]).toEqual(['given', 'father']);
    expect(parseName('فاطمة بنت علي').readings[0]).toEqual(['given', 'father']);
  });
});

describe('roles', () => {
  it('keeps both readings of a double name', () => {
    for (const name of ['محمد علي', 'Mohammad-Ali', 'Mhd Ali']) {
      expect(parseName(name).readings).toEqual(
        expect.arrayContaining([
          ['given', 'father'],
          ['given', 'given'],
        ]),
      );
    }
  });

  it('reads a name with the article as the family’s', () => {
    expect(parseName('سامر العلي').readings).toEqual([['given', 'family']]);
    expect(parseName('سامر علي').readings).toContainEqual(['given', 'father']);
  });

  it.each(['أبو فخر', 'Abou Fakhr', 'Abu Fakhr', 'Ebu Fahr'])('holds %s for a by-name', (kunya) => {
    expect(parseName(`سامر ${kunya}`).tokens[1]?.roles).toEqual(['kunya']);
  });

  it('keeps an initial as a part', () => {
    expect(shape('A. Hassan')).toEqual(['a', 'hassan']);
    expect(shape('م. علي')).toEqual(['م', 'علي']);
  });
});

describe('what stands beside a name', () => {
  it.each([
    'Ali Halabi b. 1980',
    'Ali Halabi, born 12/3/1980 in Homs',
    'Ali Halabi né en 1980',
    'Ali Halabi geb. 1980',
    'Ali Halabi - Homs',
    'Ali Halabi, Homs',
    'Ali Halabi, Salamiyah',
    'Ali Halabi, Manbij, Syria',
    'Ali Halabi - Jisr al-Shughur',
    'Ali Halabi - Homs, b. 1980',
    'Ali Halabi – Deir ez-Zor',
    'Ali Halabi (Homs)',
    'Ali Halabi (1980)',
  ])('is left out of %s', (name) => {
    expect(shape(name)).toEqual(['ali', 'halabi']);
  });

  it.each([
    'علي الحلبي - حمص',
    'علي الحلبي، جرمانا',
    'علي الحلبي - معرة النعمان',
    'علي الحلبي (عفرين)',
    'علي الحلبي (دير الزور)',
    'علي الحلبي مواليد ١٩٨٠',
    'علي الحلبي 1980',
  ])('is left out of %s', (name) => {
    expect(shape(name)).toEqual(['علي', 'حلبي']);
  });

  it('keeps what is a name: after a dash, in brackets alone, of places without a sign', () => {
    expect(shape('أحمد - خالد - الحلبي')).toEqual(['احمد', 'خالد', 'حلبي']);
    expect(shape('(Ali Halabi)')).toEqual(['ali', 'halabi']);
    expect(shape('Ali Homs')).toEqual(['ali', 'homs']);
    expect(shape('Hemo, Dara')).toEqual(['hemo', 'dara']);
    expect(shape('B. Halabi 227')).toEqual(['b', 'halabi']);
    expect(shape('7asan (3ali)')).toHaveLength(2);
  });

  it.each([
    'Ali Halabi (Abu Hasan)',
    'Ali dit Abu Hasan Halabi',
    'Ali Halabi a.k.a. Abu Hasan',
    'Ali Halabi aka Abu Hasan',
    'Ali Halabi alias Hasan',
    'علي الحلبي (أبو حسن)',
    'علي الحلبي الشهير حسن',
  ])('is a by-name in %s', (name) => {
    const { tokens } = parseName(name);
    expect(tokens.filter(({ roles }) => roles.join() === 'kunya').length).toBeGreaterThan(0);
    expect(tokens[0]?.roles).toContain('given');
    expect(score(name, 'Ali Halabi')).toBeGreaterThan(0.85);
  });

  it('is her own family after née', () => {
    const { readings } = parseName('Amina Halabi née Homsi');
    expect(readings[0]).toEqual(['given', 'family', 'family']);
    expect(score('Amina Halabi née Homsi', 'Amina Homsi')).toBeGreaterThan(0.6);
  });
});
