import { compareNames, keysOf, parseName } from './index.js';

const scoreOf = (a: string, b: string) => compareNames(parseName(a), parseName(b)).score;

describe('Armenian names', () => {
  it.each([
    ['قره بيت', 'Garabed'],
    ['قره بيت', 'Karabet'],
    ['قره بت', 'Karapet'],
    ['كره بيت', 'Garabed'],
    ['قرابيت', 'Garabed'],
    ['آغا بيت', 'Aghabed'],
    ['Kara Bet', 'قرابيت'],
    ['كيفورك', 'Kevork'],
    ['كيفورك', 'Gevorg'],
    ['كريكور', 'Krikor'],
    ['كريكور', 'Grigor'],
    ['آكوب', 'Agop'],
    ['غريغور', 'Gregor'],
    ['غيفورغ', 'Kevork'],
    ['جريجوريان', 'Grigorian'],
    ['غريغوريان', 'Krikorian'],
    ['بوغوصيان', 'Boghossian'],
    ['أوديس', 'Odis'],
    ['أدريان', 'Adrian'],
    ['هاكوب', 'Hagop'],
    ['أواديس', 'Avedis'],
    ['قيومجيان', 'Kouyoumdjian'],
    ['ديربدروسيان', 'Der Bedrosian'],
    ['ديكران', 'Tigran'],
    ['ديكران', 'Dikran'],
    ['بدروس', 'Petros'],
    ['فاردان', 'Vartan'],
    ['قره بيتيان', 'Garabedian'],
    ['كريكوريان', 'Grigoryan'],
    ['Krikor Garabedian', 'Grigor Karapetyan'],
  ])('are one in the east and the west: %s, %s', (a, b) => {
    expect(scoreOf(a, b)).toBeGreaterThan(0.8);
  });

  it.each([
    ['قره بيت', 'Garabed'],
    ['كيفورك', 'Gevorg'],
  ])('share a key: %s, %s', (a, b) => {
    const keys = new Set(keysOf(parseName(a)).map(({ key }) => key));
    expect(keysOf(parseName(b)).some(({ key }) => keys.has(key))).toBe(true);
  });

  it.each([
    ['كمال', 'Gamal'],
    ['سارة قيس', 'سركيس'],
    ['كريم', 'Gerim'],
    ['قره بيت', 'بدروس'],
  ])('leave other names as they are: %s is not %s', (a, b) => {
    expect(scoreOf(a, b)).toBeLessThan(0.6);
  });
});
