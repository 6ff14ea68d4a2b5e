import { holdersOf, nearnessOf } from './holders.js';

function near(left: string, right: string): number {
  return nearnessOf(holdersOf([left]), holdersOf([right]));
}

describe('holdersOf', () => {
  it.each([
    ['سرية المداهمة', 'Branch 215'],
    ['فرع ٢١٥ سرية المداهمة', 'Raids Company'],
    ['فرع فلسطين', 'Branch 235 (Palestine)'],
    ['أمن الدولة، فرع الخطيب', 'Branch 251'],
    ['مخابرات جوية - مطار المزة', 'Mezzeh Airport'],
    ['معتقل صيدنايا', 'Saydnaya Prison'],
    ['Branch 999', 'الفرع ٩٩٩'],
  ])('%s and %s are one', (left, right) => {
    expect(near(left, right)).toBe(3);
  });

  it('knows what belongs to what', () => {
    expect(near('المخابرات الجوية', 'Harasta Air Force Intelligence')).toBe(2);
    expect(near('فرع 215', 'Palestine Branch')).toBe(1);
    expect(near('فرع 215', 'سجن صيدنايا')).toBe(0);
  });

  it('reads nothing out of words that only say what kind of place it is', () => {
    expect(holdersOf(['فرع', 'prison', undefined, ''])).toEqual([]);
  });
});
