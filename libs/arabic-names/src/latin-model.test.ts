import fc from 'fast-check';
import { compareTokens } from './compare-tokens.js';
import { latinFit, LatinWord } from './latin-model.js';

describe('two Latin spellings', () => {
  it.each([
    ['Bashir', 'Baschir'],
    ['Yahya', 'Jahja'],
    ['Khaled', 'Xalid'],
    ['Mohammad', 'Mehmet'],
    ['Najjar', 'Neccar'],
    ['Youssef', 'Yusuf'],
    ['Chadi', 'Şadi'],
    ['Hisên', 'Hüseyin'],
    ['Juma', 'Gomaa'],
    ['Abdulrahman', 'Abdurrahman'],
  ])('of one name, %s and %s, are alike', (a, b) => {
    expect(compareTokens(a, b)).toBeGreaterThan(0.7);
  });

  it.each([
    ['Hassan', 'Hussein'],
    ['Mahmoud', 'Mohammad'],
    ['Nabil', 'Nael'],
    ['Omar', 'Amr'],
    ['Dabbagh', 'Sabbagh'],
    ['Ahmad', 'Hamad'],
    ['Kemal', 'Cemal'],
    ['Ali', 'Ola'],
  ])('of two names, %s and %s, are not', (a, b) => {
    expect(compareTokens(a, b)).toBeLessThan(0.5);
  });

  it('fit each other alike in either order', () => {
    const words = fc.stringMatching(/^[a-zşç']{1,30}$/u).map((text) => new LatinWord(text));
    fc.assert(fc.property(words, words, (a, b) => latinFit(a, b) === latinFit(b, a)));
  });
});
