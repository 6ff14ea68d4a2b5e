import { buildFrequencies } from './frequencies.js';
import { NameComparer } from './name-comparer.js';
import { parseName } from './parse.js';

const names = [
  'سامر شهيد خيل',
  'خالد شهيدخيل',
  'Samer Shahidkhel',
  'Khaled Shahid Khel',
  'أبو سامر',
];
const snapshot = buildFrequencies(
  [...Array<string>(50).fill('سامر شهيدخيل'), 'خالد الحسن'].map((name) => parseName(name)),
  'fifty of one house',
);

/** Centibits of every pair. */
function scores(comparer: NameComparer, kept: ReturnType<NameComparer['keep']>[]): number[] {
  return names.flatMap((name) => {
    const asked = comparer.askFew(parseName(name));
    return kept.map((other) => comparer.score(asked, other).centibits);
  });
}

describe('NameComparer', () => {
  it('weighs names kept before by a later snapshot as those kept after, words written apart too', () => {
    const later = new NameComparer();
    const before = names.map((name) => later.keep(parseName(name)));
    const general = scores(later, before);
    later.weighBy(snapshot);
    const fresh = new NameComparer(snapshot);
    const after = names.map((name) => fresh.keep(parseName(name)));
    expect(scores(later, before)).toEqual(scores(fresh, after));
    expect(scores(later, before)).not.toEqual(general);
  });
});
