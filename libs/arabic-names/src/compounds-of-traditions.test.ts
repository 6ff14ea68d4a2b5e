import { compareNames, keysOf, parseName } from './index.js';

const score = (a: string, b: string) => compareNames(parseName(a), parseName(b)).score;

function shareKey(a: string, b: string): boolean {
  const keys = new Set(keysOf(parseName(a)).map(({ key }) => key));
  return keysOf(parseName(b)).some(({ key }) => keys.has(key));
}

describe('compounds as each tradition writes them', () => {
  it.each([
    ['محيي الدين', 'Mohieddine Mahieddine Muhittin Muhiddin Mohiuddin Muhyiddin Mohi-Eddine'],
    ['محي الدين', 'Mohieddine Muhittin Mohyeddin'],
    ['تقي الدين', 'Takieddine Takiyüddin Taqiuddin'],
    ['زكي الدين', 'Zakieddine Zekiyettin'],
    ['عبد الرحمن', 'Abdurahman Abderahmane Abdirahman Abdourahmane'],
    ['عبد الرزاق', 'Abdurazzak Abderazak Abderrezak'],
    ['عبد الرؤوف', 'Abderaouf'],
    ['عبد الرشيد', 'Abdurashid Abderachid'],
    ['عبد السلام', 'Abdesalam Abdusalam Abdessalem'],
    ['عبد الستار', 'Abdusattar Abdessatar'],
    ['عبد الصمد', 'Abdusamad Abdessamed'],
    ['عبد النور', 'Abdenour Abdunnur'],
    ['عبد الناصر', 'Abdenasser Abdunasir Abdennacer'],
    ['عبد الشكور', 'Abdüşekür Abdushakur'],
    ['عبد ربه', 'Abderabbo Abdrabbo Abdrabuh Abd-Rabbo'],
    ['أبو بكر', 'Boubaker Boubakeur Bubekir Ebubekir'],
    ['أبو القاسم', 'Ebulkasım Abulkasim Aboulkacem'],
    ['أبو الخير', 'Ebülhayr Aboulkheir'],
    ['نعمة الله', 'Nimatullah Nimetullah'],
    ['رحمة الله', 'Rahmatullah Rahmetullah'],
    ['آية الله', 'Ayatollah'],
    ['هبةالله', 'Hibatullah'],
    ['أم كلثوم', 'Ümmügülsüm Oumkeltoum Umkulthum'],
    ['عبده', 'Abdo Abdou Abduh'],
  ])('%s is one with %s', (arabic, spellings) => {
    const apart = spellings
      .split(' ')
      .filter((latin) => !(score(arabic, latin) > 0.8 && shareKey(arabic, latin)));
    expect(apart).toEqual([]);
  });

  it.each(['Abdechakour', 'Abduschakur', 'Abduzahir', 'Abdenour', 'Evdirezaq'])(
    'finds عبد in %s, whose sun letter is written once',
    (name) => {
      expect(parseName(name).tokens[0]?.head).toBe('abd');
    },
  );

  it.each(['Abdin', 'Abdeen', 'Abdera', 'Abduh', 'Boubou', 'Bakir'])(
    'finds no head in %s',
    (name) => {
      expect(parseName(name).tokens[0]?.head).toBeNull();
    },
  );

  it.each([
    ['عبد ربه', 'Abed Rabbo'],
    ['أبو الحسن', 'Aboul Hassan'],
    ['أبو القاسم', 'Abul Qasim'],
    ['نعمة الله', 'نعمت الله'],
    ['نعمة الله', 'Nimat Allah'],
    ['محيي الدين', 'محي الدين'],
    ['Abdurrahman', 'Abderahmane'],
    ['Mohieddine', 'Muhyiddin'],
    ['Abdo', 'Abdou'],
    ['رواس', 'Ravvas'],
    ['فيصل', 'Fayçal'],
    ['فيصل', 'Faïçal'],
    ['مصطفى شيخ أوغلو', 'Mustafa Şeyhoğlu'],
    ['شيخ أوغلو', 'Şeyhoğlu'],
    ['محمد أحمد خليل', 'Mihemedê Ehmedê Xelîl'],
    ['رشيد عيسو', 'Reşîdê Îso'],
    ['Ehmedê Xelîl', 'Ehmed Xelîl'],
    ['فاطمة أحمد', 'Fatimê Ehmed'],
    ['أمينة أحمد', 'Emînê Ehmed'],
    ['Fatimê Ehmed', 'Fatma Ahmed'],
    ['خديجة أحمد', 'Xedîcê Ehmed'],
    ['Kavvas', 'قواس'],
  ])('%s is one with %s', (a, b) => {
    expect(score(a, b)).toBeGreaterThan(0.8);
  });

  it.each([
    ['محيي الدين', 'Muhammeddin'],
    ['عبد السلام', 'Abdulsalim'],
    ['عبد الله', 'عبد الإله'],
    ['نعمة الله', 'نعيم الله'],
    ['طه', 'طت'],
    ['Abdeen', 'عبد النور'],
    ['Abdine', 'عبده'],
    ['حمي خليل', 'Hemed Xelîl'],
  ])('%s is not %s', (a, b) => {
    expect(score(a, b)).toBeLessThan(0.75);
  });
});
