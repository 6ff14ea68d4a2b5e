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

  it('keeps dates, hours and telephone numbers in their order, with no mark left', () => {
    expect(asSeen('مثل 2013-05').startsWith('2013-05 \ufede')).toBe(true);
    expect(asSeen('مثل 2013~ مثل')).toContain(' 2013~ ');
    expect(asSeen('arrested: مثل 2013-05')).toMatch(/ 2013-05$/);
    expect(asSeen('هاتف 09:00-17:30')).toMatch(/^09:00-17:30 /);
    expect(asSeen('هاتف +49 30 0000')).toMatch(/^\+49 30 0000 /);
  });
});
