import { asSeen, inSeenOrder } from './seen.js';

describe('Arabic where nothing shapes it', () => {
  it('is joined and stands in the order of the screen', () => {
    // محمد: initial meem, medial hah, medial meem, final dal; the first letter stands rightmost.
    expect(asSeen('محمد')).toBe('\ufeaa\ufee4\ufea4\ufee3');
  });

  it('keeps Latin names and digits readable beside it', () => {
    expect(asSeen('Hussein 215')).toBe('Hussein 215');
    expect(asSeen('حسن 215').startsWith('215 ')).toBe(true);
  });

  it('is not turned round again by a terminal that orders by itself', () => {
    expect(inSeenOrder('plain\n| \ufeaa |')).toBe('plain\n\u202d| \ufeaa |\u202c');
  });
});
