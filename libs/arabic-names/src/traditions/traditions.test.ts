import fc from 'fast-check';
import { parseName } from '../parse.js';
import { traditionOfToken } from './tradition-of-token.js';
import { TRADITIONS, traditionsOf } from './traditions.js';

describe('traditionsOf', () => {
  it.each([
    ['french', 'Houssein Chérif Djamal Noureddine'],
    ['german', 'Dschamal Scharif'],
    ['turkish', 'Hüseyin Şerif Çağlar Nurettin Recep'],
    ['kurdish', 'Xalid Hisên Mihemedê'],
    ['swedish', 'Sjarif'],
    ['scholarly', 'Ḥusayn ʿAbd Raḥmān'],
    ['chat', '7asan 3ali 5aled'],
    ['english', 'Shareef Khaleel'],
  ])('knows %s spelling', (tradition, words) => {
    for (const word of words.split(' ')) {
      expect([word, traditionsOf(word)[0]?.tradition]).toEqual([word, tradition]);
    }
  });

  it('is sure of nothing where a spelling is plain, and silent without Latin letters', () => {
    for (const word of ['Hassan', 'Karim', 'Nader', 'Ali']) {
      expect(traditionsOf(word)[0]?.share).toBeLessThan(0.8);
    }
    expect(traditionsOf('حسين')).toEqual([]);
    expect(traditionsOf('')).toEqual([]);
  });

  it('gives shares that add up to one, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const shares = traditionsOf(`a${text}`);
        expect(shares.map(({ tradition }) => tradition).sort()).toEqual([...TRADITIONS].sort());
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('traditionOfToken', () => {
  it('goes by the word as written, its signs included', () => {
    const name = parseName('Hisên Ḥusayn 7ussein Husain حسين');
    expect(name.tokens.map((token) => traditionOfToken(name, token))).toEqual([
      'kurdish',
      'scholarly',
      'chat',
      null,
      null,
    ]);
  });
});
