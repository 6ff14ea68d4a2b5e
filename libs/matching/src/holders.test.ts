import { holdersOf, nearnessOf } from './holders.js';

function near(left: string, right: string): number | null {
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
    ['فرع215', 'Branch215'],
    ['الفرع٤٠', 'Branch 40'],
    ['215سرية', 'S215'],
    ['اعتقل 2013 فرع 215', 'Branch 215'],
    ['سجن صيدنايا 2013', 'Saydnaya Prison'],
    ['تدمر', 'Tadmur Prison'],
    ['Adra', 'سجن عدرا المركزي'],
    ['الجوية المزة', 'Mezzeh Airport'],
    ['فرع التحقيق الجوي', 'Investigation Branch of Air Force Intelligence'],
  ])('%s and %s are one', (left, right) => {
    expect(near(left, right)).toBe(3);
  });

  it('knows what belongs to what', () => {
    expect(near('المخابرات الجوية', 'Harasta Air Force Intelligence')).toBe(2);
    expect(near('فرع تحقيق المخابرات الجوية', 'المخابرات الجوية')).toBe(2);
    expect(near('فرع التحقيق الجوي', 'فرع 248')).toBe(0);
    expect(near('فرع 215', 'Palestine Branch')).toBe(1);
    expect(near('فرع 215', 'سجن صيدنايا')).toBe(0);
  });

  it('takes what it cannot read for no other holder, unless it is called the same', () => {
    expect(near('مقر الخيالة', 'فرع 215')).toBeNull();
    expect(near('مقر الخيالة', 'Stables Camp')).toBeNull();
    expect(near('مقر الخيالة', 'الخيالة')).toBe(3);
    expect(nearnessOf(holdersOf(['مقر الخيالة', '227']), holdersOf(['215']))).toBe(1);
    expect(nearnessOf(holdersOf(['مقر الخيالة', 'صيدنايا']), holdersOf(['215']))).toBe(0);
  });

  it('reads nothing out of words that only say what kind of place it is', () => {
    expect(holdersOf(['فرع', 'prison', undefined, ''])).toEqual([]);
  });

  it('reads nothing out of what says that it is not known, and out of a year', () => {
    expect(holdersOf(['غير معروف', 'Unknown', 'n/a', 'لا نعرف', '2013'])).toEqual([]);
  });
});
