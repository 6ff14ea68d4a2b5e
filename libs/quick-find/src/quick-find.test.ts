import fc from 'fast-check';
import { QuickFind, type Findable } from './index.js';

const items: Findable[] = [
  { id: 'a', texts: ['حسين أحمد الحمصي', '2345 678 901 234'] },
  { id: 'b', texts: ['Hussein Khaled', 'Douma'] },
  { id: 'c', texts: ['خالد الأحمد', 'دوما'] },
  { id: 'd', texts: ['يوسف نور الدين'] },
];
const box = new QuickFind(items);
const ids = (query: string) => box.find(query).map(({ id }) => id);

/** The letters that a list would highlight. */
function shown(query: string, id: string): string[] {
  const found = box.find(query).find((each) => each.id === id);
  const texts = items.find((item) => item.id === id)?.texts ?? [];
  return (found?.stretches ?? []).map(({ text, start, end }) =>
    (texts[text] ?? '').slice(start, end),
  );
}

describe('the quick-find box', () => {
  it('finds a name in either script by a spelling of the other', () => {
    expect(ids('hussein').slice(0, 2).sort()).toEqual(['a', 'b']);
    expect(ids('حسين').slice(0, 2).sort()).toEqual(['a', 'b']);
    expect(ids('yousef')).toContain('d');
  });

  it('puts the spelling that was typed before its sound in the other script', () => {
    expect(ids('hussein')[0]).toBe('b');
    expect(ids('حسين')[0]).toBe('a');
  });

  it('finds while one types, and forgives a letter', () => {
    expect(ids('huss')).toContain('b');
    expect(ids('خالذ')).toContain('c');
  });

  it('forgives hamza, the article and vowel signs', () => {
    expect(ids('احمد خالد')).toEqual(['c']);
    expect(ids('حمصى')).toContain('a');
    expect(ids('خَالِد')[0]).toBe('c');
  });

  it('wants every word, in any order and any text of the item', () => {
    expect(ids('دوما خالد')[0]).toBe('c');
    expect(ids('khaled hussein')).toEqual(['b']);
    expect(ids('khaled damascus')).toEqual([]);
  });

  it('finds a reference by a stretch of it', () => {
    expect(ids('678')).toContain('a');
  });

  it('shows the letters that met, as they are written', () => {
    expect(shown('huss', 'b')).toEqual(['Huss']);
    expect(shown('حمصي', 'a')).toEqual(['حمصي']);
    expect(shown('hussein', 'a')).toEqual(['حسين']);
    expect(shown('احمد', 'c')).toEqual(['أحمد']);
  });

  it('gives nothing for nothing', () => {
    expect(ids('')).toEqual([]);
    expect(ids(' ،  ')).toEqual([]);
    expect(new QuickFind([]).find('حسين')).toEqual([]);
  });

  it('keeps to the limit, and every stretch lies in its text, whatever is typed', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 3 })), text, (texts, query) => {
        const found = new QuickFind(texts.map((each, at) => ({ id: `${at}`, texts: each }))).find(
          query,
          5,
        );
        expect(found.length).toBeLessThanOrEqual(5);
        for (const { id, stretches } of found) {
          for (const { text: place, start, end } of stretches) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(texts[Number(id)]?.[place]?.length ?? -1);
          }
        }
      }),
    );
  });
});
