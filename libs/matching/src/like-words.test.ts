import { NameComparer, parseName } from '@athar/arabic-names';
import { WordFinder, type Token } from './like-words.js';

/** Words one sound from each other: each is taken for as like as the others where few records have it. */
const ALIKE = 'ماهر طاهر زاهر ظاهر ساهر شاهر'.split(' ');

function found(words: readonly string[], asked: string): string[] {
  const comparer = new NameComparer();
  const finder = new WordFinder(() => true);
  const spelled = new Map<number, string>();
  const tokenOf = (word: string): Token => {
    const token = comparer.keep(parseName(word)).whole.tokens[0];
    if (token === undefined) throw new Error(`${word} is no name`);
    return token;
  };
  for (const word of words) {
    const token = tokenOf(word);
    finder.add(token);
    spelled.set(token.word, word);
  }
  return Array.from(finder.like(tokenOf(asked)).words, (word) => spelled.get(word) ?? '');
}

describe('words that stand for a word', () => {
  it('are in an order that does not hang on which came first', () => {
    const order = found(ALIKE, 'باهر');
    expect(order).toHaveLength(ALIKE.length);
    expect(found([...ALIKE].reverse(), 'باهر')).toEqual(order);
  });

  it.each([
    ['ممحد', 'أبو ممحد'],
    ['حيسن', 'أبو حيسن'],
  ])('stand for %s as much where %s is asked for before', (bare, withHead) => {
    const comparer = new NameComparer();
    const lastOf = (name: string): Token => {
      const token = comparer.keep(parseName(name)).whole.tokens.at(-1);
      if (token === undefined) throw new Error(`${name} is no name`);
      return token;
    };
    const sharesOf = (...asked: string[]): number[] => {
      const finder = new WordFinder(() => false);
      for (const name of ['محمد', 'حسين']) finder.add(lastOf(name));
      const answers = asked.map((name) => finder.like(lastOf(name)));
      return [...(answers.at(-1)?.shares ?? [])];
    };
    expect(sharesOf(bare)).toHaveLength(1);
    expect(sharesOf(withHead, bare)).toEqual(sharesOf(bare));
    expect(sharesOf(withHead)).toEqual(sharesOf(bare));
  });

  it('begin with the word itself', () => {
    expect(found([...ALIKE, 'باهر'], 'باهر')[0]).toBe('باهر');
  });

  it.each([
    ['first', [true, false]],
    ['last', [false, true]],
  ])('are found by the keys of a word without its article where it had one %s', (_, articles) => {
    const comparer = new NameComparer();
    const finder = new WordFinder(() => true);
    const [kept, asked] = ['Alah', 'Ah'].map((word) => {
      const [token] = comparer.keep(parseName(word)).whole.tokens;
      if (token === undefined) throw new Error(`${word} is no name`);
      return token;
    }) as [Token, Token];
    for (const article of articles) finder.add({ ...kept, token: { ...kept.token, article } });
    expect([...finder.like(asked).words]).toEqual([kept.word]);
  });
});
