import { TitlePatterns } from '@athar/photo-titles';
import { unreadTitle } from './reading-titles.js';

describe('why no pattern reads a title', () => {
  it('tells of each pattern where it stopped, counted from 1, never the title', () => {
    const patterns = ['{branch} no {number}', '{number} {photographer} {date:dd-mm-yyyy}'];
    const { expected } = unreadTitle(new TitlePatterns(patterns), { title: '12 samer 31-02-2013' });
    expect(expected).toMatch(/^by pattern \d, at character \d+: .*; by pattern \d, at character/);
    expect(expected).toContain('by pattern 2, at character 10: date: a day that exists');
    expect(expected).not.toContain('samer');
  });

  it('tells of a few of very many', () => {
    const patterns = ['a{number}', 'b{number}', 'c{number}', 'd{number}', 'e{number}'];
    const { expected } = unreadTitle(new TitlePatterns(patterns), { title: '12' });
    expect(expected).toContain('by pattern 3, at character 1: "c"');
    expect(expected).toContain('2 more patterns');
    expect(expected).not.toContain('"d"');
  });
});
