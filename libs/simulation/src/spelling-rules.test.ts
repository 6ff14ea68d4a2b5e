import { nameToken } from './name-token.js';

describe('spellings of a name', () => {
  it('follow the tradition', () => {
    const { latin } = nameToken({ ar: 'خشان', en: ['Khashan'] });
    expect(latin).toEqual({
      en: ['Khashan'],
      fr: ['Khachan'],
      de: ['Khaschan'],
      tr: ['Haşan'],
      ku: ['Xaşan'],
      chat: ['5ashan'],
    });
  });

  it('write the throat sounds as digits in chat', () => {
    expect(nameToken({ ar: 'عرفات', en: ['Arafat'] }).latin.chat).toEqual(['3arafat']);
    expect(nameToken({ ar: 'الملحم', en: ['Milhem'] }).latin.chat).toEqual(['mil7em']);
    expect(nameToken({ ar: 'الهادي', en: ['Hadi'] }).latin.chat).toEqual(['hadi']);
  });

  it('tell letters apart in chat that share a Latin one, as the less usual spelling', () => {
    expect(nameToken({ ar: 'العطار', en: ['Attar'] }).latin.chat).toEqual(['3attar', '3a6ar']);
    expect(nameToken({ ar: 'قصاب', en: ['Qassab'] }).latin.chat).toEqual([
      'qassab',
      'qa9ab',
      '2assab',
    ]);
    expect(nameToken({ ar: 'ستيتان', en: ['Steitan'] }).latin.chat).toEqual(['steitan']);
  });

  it('hear one sound behind the spellings of two countries', () => {
    const { latin } = nameToken({ ar: 'شيخون', en: ['Chaikhouny'] });
    expect([latin.de, latin.tr, latin.ku]).toEqual([['Schaikhuni'], ['Şayhuni'], ['Şeyxûni']]);
  });

  it('keep what the vocabulary says', () => {
    expect(nameToken({ ar: 'محمد', en: ['Mohammad'], tr: ['Mehmet'] }).latin.tr).toEqual([
      'Mehmet',
    ]);
  });

  it('know the article, but not in a name that merely begins like it', () => {
    expect(nameToken({ ar: 'العلي', en: ['Ali'] }).article).toBe(true);
    expect(nameToken({ ar: 'إلياس', en: ['Elias'] }).article).toBe(false);
  });
});
