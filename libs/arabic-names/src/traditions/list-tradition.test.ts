import { ListTradition, NameIndex } from '../index.js';

/** Invented lists of the same people, each as one country would write them. */
const PEOPLE = {
  turkish: 'Hüseyin Yusuf Şerif Cemal Çerkez Halit Nurettin Muhammet Vecdi Abdülkadir Şükrü Recep',
  french:
    'Houssein Youssouf Chérif Djamal Tcherkès Khalid Noureddine Mohamed Ouajdi Abdelkader Choukri Radjab',
  english:
    'Hussein Yousef Shareef Jamal Sharkas Khaleed Nooruddeen Mohammad Wajdi Abdulqader Shukri Rajab',
} as const;
const ASKED = 'حسين يوسف شريف جمال شركس خالد نورالدين محمد وجدي عبدالقادر شكري رجب'.split(' ');

function searchesOf(names: readonly string[]) {
  const index = NameIndex.build(names.map((name, at) => ({ id: String(at), name })));
  return ASKED.map((asked) => ({ asked, hits: index.search(asked, { limit: 10 }) }));
}

describe('ListTradition', () => {
  it.each(Object.entries(PEOPLE))('tells a list in %s spelling', (tradition, names) => {
    const { shares } = ListTradition.of(searchesOf(names.split(' ')));
    const [most] = Object.entries(shares).sort(([, a], [, b]) => b - a);
    expect(most?.[0]).toBe(tradition);
  });

  it('puts first what is spelled as the list is, and the best keeps its score', () => {
    const turkish = ListTradition.of(searchesOf(PEOPLE.turkish.split(' ')));
    const french = ListTradition.of(searchesOf(PEOPLE.french.split(' ')));
    const hits = [
      { name: 'Djemil', score: 0.92 },
      { name: 'Cemil', score: 0.92 },
      { name: 'Kamil', score: 0.1 },
    ];
    expect(turkish.lean('جميل', hits).map(({ name }) => name)).toEqual([
      'Cemil',
      'Djemil',
      'Kamil',
    ]);
    expect(french.lean('جميل', hits).map(({ name }) => name)).toEqual(['Djemil', 'Cemil', 'Kamil']);
    expect(turkish.lean('جميل', hits)[0]?.score).toBe(0.92);
  });

  it('leans to nothing where nothing is known, and between names in one script', () => {
    const hits = [
      { name: 'Djemil', score: 0.9 },
      { name: 'Cemil', score: 0.8 },
    ];
    const scores = (list: ListTradition, asked: string) =>
      list.lean(asked, hits).map(({ score }) => score);
    expect(scores(ListTradition.of(searchesOf(PEOPLE.turkish.split(' '))), 'Jamil')).toEqual([
      0.9, 0.8,
    ]);
    expect(
      ListTradition.of([])
        .lean('جميل', hits)
        .map(({ name }) => name),
    ).toEqual(['Djemil', 'Cemil']);
    expect(ListTradition.of([]).lean('جميل', [])).toEqual([]);
    const whole = ['Ahmet Sharif', 'Ahmed Chérif'].map((name) => ({ name, score: 0.9 }));
    for (const { score } of ListTradition.of([]).lean('أحمد شريف', whole)) {
      expect(score).toBeCloseTo(0.9, 9);
    }
  });
});
