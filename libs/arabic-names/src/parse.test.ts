import { compareNames } from './compare-names.js';
import fc from 'fast-check';
import { MAX_WORDS, parseName } from './parse.js';

const shape = (name: string) =>
  parseName(name).tokens.map(
    (token) => (token.head === null ? '' : `${token.head}+`) + token.folded,
  );

describe('a comma', () => {
  const rolesIn = (text: string) => parseName(text).tokens.map(({ roles }) => roles[0]);

  it('sets the name of the family off', () => {
    expect(rolesIn('Halabi, Nizar')).toEqual(['family', 'given']);
    expect(rolesIn('حداد، سمير يوسف')).toEqual(['family', 'given', 'father']);
  });

  it('leaves a kunya what it is', () => {
    expect(rolesIn('أبو خالد، سمير')).toEqual(['kunya', 'given']);
  });
});

describe('parseName', () => {
  it.each([
    ['عبد الرحمن', ['abd+رحمن']],
    ['عبدالرحمن', ['abd+رحمن']],
    ['عبد الله', ['abd+اله']],
    ['العبد الله', ['abd+اله']],
    ['Abdulrahman', ['abd+rahman']],
    ['Abd el-Rahman', ['abd+rahman']],
    ['Abd al Rahman', ['abd+rahman']],
    ['Abdel Rahmane', ['abd+rahman']],
    ['Abdel-Rahman', ['abd+rahman']],
    ['Abdurrahman', ['abd+rahman']],
    ['Abderrahmane', ['abd+rahman']],
    ['Abdulaziz', ['abd+aziz']],
    ['Abdullatif', ['abd+latif']],
    ['Abdul Latif', ['abd+latif']],
    ['Abdullah', ['abd+alah']],
    ['Abdalla', ['abd+alah']],
    ['Abd Allah', ['abd+alah']],
    ['Abdessalam', ['abd+salam']],
    ['Abdo', ['abdo']],
    ['Abdi', ['abdi']],
  ])('holds the compound %s as one name', (name, tokens) => {
    expect(shape(name)).toEqual(tokens);
  });

  it.each([
    ['نور الدين', ['نوردين']],
    ['نورالدين', ['نوردين']],
    ['Noureddine', ['nourdin']],
    ['Nour ed-Dine', ['nourdin']],
    ['Nur al-Din', ['nurdin']],
    ['Salah Uddin', ['salahdin']],
    ['نصر الله', ['نصراله']],
    ['نصرالله', ['نصراله']],
    ['Nasrullah', ['nasralah']],
  ])('joins the halves of %s', (name, tokens) => {
    expect(shape(name)).toEqual(tokens);
  });

  it.each([
    ['أبو خالد', ['abu+خالد']],
    ['ابوخالد', ['abu+خالد']],
    ['Abu Khaled', ['abu+khaled']],
    ['Aboukhaled', ['abu+khaled']],
    ['أم محمد', ['umm+محمد']],
    ['Abboud', ['abboud']],
  ])('reads the kunya in %s', (name, tokens) => {
    expect(shape(name)).toEqual(tokens);
  });

  it('marks the article, sun letters included, and leaves it out of what is compared', () => {
    const [, family] = parseName('Sami as-Sabbagh').tokens;
    expect(family).toMatchObject({ folded: 'sabbagh', article: true });
    expect(parseName('سامي الصباغ').tokens[1]).toMatchObject({ folded: 'صباغ', article: true });
  });

  it('drops titles and words of descent, and reads the father after بن', () => {
    const name = parseName('الدكتور أحمد العلي بن محمد');
    expect(name.tokens.map((token) => token.folded)).toEqual(['احمد', 'علي', 'محمد']);
    expect(name.readings[0]).toEqual(['given', 'family', 'father']);
    expect(name.original).toBe('الدكتور أحمد العلي بن محمد');
  });

  it('keeps both readings of a double name', () => {
    const { readings } = parseName('محمد علي الحمصي');
    expect(readings).toContainEqual(['given', 'father', 'family']);
    expect(readings).toContainEqual(['given', 'given', 'family']);
  });

  it('takes roles from the fields of a form', () => {
    const name = parseName({
      given: 'نور الدين',
      father: 'Ali',
      family: 'الحلبي',
      kunya: 'أبو عمر',
    });
    expect(name.readings).toEqual([['given', 'father', 'family', 'kunya']]);
    expect(name.explicit).toBe(true);
  });

  it('normalises each field of a form, however long the one before it is', () => {
    const given = `${'علي '.repeat(200)}`;
    const name = parseName({ given, family: 'الحلبي' });
    expect(name.normalised.endsWith(' الحلبي')).toBe(true);
    expect(name.tokens).toHaveLength(MAX_WORDS + 1);
    expect(parseName({ given: 'علي', father: '--', family: 'Halabi' }).normalised).toBe(
      'علي halabi',
    );
  });

  it('finds no name where the text says that there is none', () => {
    expect(parseName('مجهول الهوية').tokens).toEqual([]);
    expect(parseName('--').tokens).toEqual([]);
    expect(parseName('').tokens).toEqual([]);
  });

  it('reads any string, however long, one role a token in every reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const name = parseName(text);
        for (const reading of name.readings) expect(reading).toHaveLength(name.tokens.length);
        for (const token of name.tokens) expect(token.folded).not.toBe('');
      }),
    );
    expect(parseName('عبد '.repeat(100_000)).tokens.length).toBeLessThan(20);
  });
});

describe('a part in capitals beside others', () => {
  const rolesIn = (name: string) => parseName(name).readings[0];
  const same = (a: string, b: string) => compareNames(parseName(a), parseName(b)).score;

  it.each([
    ['HALABI Nizar', ['family', 'given']],
    ['Nizar Khaled AL-HALABI', ['given', 'father', 'family']],
    ['AL HALABI Nizar Khaled', ['family', 'given', 'father']],
    ['EL HAJJ ALI Nizar', ['family', 'given']],
    ['DR Nizar Halabi', ['given', 'family']],
    ['MHD Nizar Halabi', ['given', 'father', 'family']],
    ['Nizar HALABI Khaled', ['given', 'father', 'family']],
    ['NIZAR HALABI', ['given', 'family']],
    ['ABU Hasan Halabi', ['kunya', 'given']],
  ])('is the family in %s', (name, roles) => {
    expect(rolesIn(name)).toEqual(roles);
  });

  it('is told from a by-name beside it', () => {
    const roles = (name: string) => parseName(name).tokens.map((token) => token.roles);
    expect(roles('Nizar HALABI (Abu Samer)')).toEqual([['given'], ['family'], ['kunya']]);
    expect(roles('Nizar Halabi (SAMER)').at(-1)).toEqual(['kunya']);
    expect(roles('Nizar Halabi a.k.a. SAMER').at(-1)).toEqual(['kunya']);
  });

  it('says that a name is one in either order', () => {
    expect(same('HALABI Nizar', 'Nizar Halabi')).toBeGreaterThan(0.9);
    expect(same('AL-HALABI, Nizar', 'Nizar al-Halabi')).toBeGreaterThan(0.9);
    expect(same('AL-HALABI Nizar', 'نزار الحلبي')).toBeGreaterThan(0.9);
  });
});
