import { compareNames } from './compare-names.js';
import { parseName } from './parse.js';

const score = (a: string, b: string) => compareNames(parseName(a), parseName(b)).score;

describe('an initial', () => {
  it.each(['Khaled M. Dabbagh', 'د', 'أ. محمود الدباغ'])(
    'leaves %s the name that it is',
    (name) => {
      expect(score(name, name)).toBe(1);
    },
  );

  it('neither proves nor disproves a name that begins so', () => {
    const written = score('Khaled M. Dabbagh', 'خالد محمود الدباغ');
    expect(written).toBeGreaterThan(0.85);
    expect(written).toBeLessThan(score('Khaled Mahmoud Dabbagh', 'خالد محمود الدباغ'));
  });

  it('speaks against a name that begins otherwise', () => {
    expect(score('N. Youssef Khayat', 'Nabil Youssef Khayat')).toBeGreaterThan(
      score('S. Youssef Khayat', 'Nabil Youssef Khayat'),
    );
  });
});

describe("a woman's name and a man's of the same root", () => {
  it.each([
    ['جميل', 'Cemile'],
    ['أمين', 'Emine'],
    ['نعيم', 'Naima'],
    ['صالح', 'Salha'],
    ['منير الحلبي', 'Mounira Halabi'],
    ['جميل', 'جميلة'],
    ['Rachid', 'Rachida'],
    ['Emin Halebi', 'Emine Halebi'],
    ['Nebil Halebi', 'Nebile Halebi'],
    ['سعيد ياسين الدباغ', 'سعيدة ياسين الدباغ'],
  ])('are two names: %s, %s', (a, b) => {
    expect(score(a, b)).toBeLessThan(0.83);
  });

  it.each([
    ['صالح', 'Saleh'],
    ['ربيع', 'Rabea'],
    ['حمزة', 'Hamza'],
    ['موسى', 'Moussa'],
    ['جميلة', 'Cemile'],
    ['بهاء', 'Baha'],
    ['شعبان', 'Chaabane'],
    ['رمضان', 'Ramdane'],
    ['برهان', 'Bourhane'],
    ['خلدون', 'Khaldoune'],
    ['حسين', 'Hocine'],
    ['Yassin Halabi', 'Yassine Halabi'],
    ['Othman Halabi', 'Othmane Halabi'],
    ['Salman Halabi', 'Salmane Halabi'],
    ['معين', 'Moïne'],
  ])('but %s and %s are one', (a, b) => {
    expect(score(a, b)).toBeGreaterThan(0.8);
  });
});
