import { NameComparer, NameIndex, parseName } from './index.js';

const POOL = [
  'Abolfazl',
  'Abu l-Fadl',
  'عبد الرحمن الحلبي',
  'Abdurrahman Halebi',
  'Abdul Rahman al-Halabi',
  'نور الدين قصير',
  'Noureddine Kassir',
  'Nureddin Kasir',
  'Omar Khaled Nasser',
  'Omer Halit Nasır',
  'عمر خالد الناصر',
  'A. Nasser',
  'Samer Youssef',
  'سامر يوسف',
  'ابو خالد',
  'Aboukhaled',
  'Hussein Ali',
  'Hüseyin Ali',
  'Houssein Ali',
  'Hasan Ali',
];

describe('NameIndex', () => {
  it.each([
    'ابوالفضل',
    'أبو الفضل',
    'Aboulfadl',
    'عبدالرحمن',
    'Abdelrahman Halabi',
    'نورالدين',
    'Nour Eddin',
    'ابوخالد',
    'Abu Khaled',
    'عمر الناصر',
    'O. Nasser',
    'حسين علي',
    'Samir Yusuf',
  ])('gives what comparing with every name gives: %s', (asked) => {
    const comparer = new NameComparer();
    const kept = POOL.map((name) => comparer.keep(parseName(name)));
    const query = comparer.ask(parseName(asked));
    const scores = kept.map((name) => comparer.score(query, name).score);
    const best = scores.sort((a, b) => b - a).slice(0, 6);

    const index = NameIndex.build(POOL.map((name, at) => ({ id: String(at), name })));
    const hits = index.search(asked, { limit: 6 });
    expect(hits.map(({ score }) => score)).toEqual(best.filter((score) => score >= 1e-6));
    for (const { id, name } of hits) expect(name).toBe(POOL[Number(id)]);
  });
});
