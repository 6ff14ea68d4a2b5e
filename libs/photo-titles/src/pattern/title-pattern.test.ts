import fc from 'fast-check';
import { TitlePattern } from './title-pattern.js';
import { TitlePatterns } from './title-patterns.js';

function read(pattern: string, title: string, folder?: string) {
  const listed = folder === undefined ? { title } : { folder, title };
  return new TitlePattern(pattern).read(listed)?.title;
}

const common =
  '{number}[{suffix}] {photographer} {date:dd-mm-yyyy|yyyymmdd|dd month yy}[ {branch}]';

describe('what a pattern reads', () => {
  it.each([
    ['1234 samer 03-05-2013 215', { number: '1234', date: '2013-05-03', branch: '215' }],
    ['1234b_samer_3.5.2013', { number: '1234', suffix: 'b', date: '2013-05-03' }],
    ['١٢٣٤ - سامر - ٣/٥/٢٠١٣ - فرع ٢١٥', { number: '1234', date: '2013-05-03', branch: 'فرع ٢١٥' }],
    ['۱۲۳ سامر 20130503 الجوية', { number: '123', date: '2013-05-03', branch: 'الجوية' }],
    ['12 سامر ٣ كانون الثاني ١٣', { number: '12', date: '2013-01-03' }],
    ['12 سامر ٣ تشرين2 ١٣', { number: '12', date: '2013-11-03' }],
    ['12 سـامر 1 آذار، 13', { number: '12', date: '2013-03-01' }],
    ['12 samer 7 Février 14', { number: '12', date: '2014-02-07' }],
    ['12 samer 7 AĞUSTOS 14', { number: '12', date: '2014-08-07' }],
    ['\u200f12\u200f samer 7 august 14', { number: '12', date: '2014-08-07' }],
  ])('reads %s', (title, expected) => {
    expect(read(common, title)).toEqual(expected);
  });

  it.each([
    'samer 1234 03-05-2013',
    '1234 samer 31-02-2013',
    '1234 samer 03-13-2013',
    '1234 samer',
  ])('does not read %s', (title) => {
    expect(read(common, title)).toBeUndefined();
  });

  it('keeps the photographer out of the title that is matched', () => {
    const reading = new TitlePattern(common).read({ title: '1234 samer 03-05-2013' });
    expect(reading?.photographer).toBe('samer');
    expect(JSON.stringify(reading?.title)).not.toContain('samer');
  });

  it('takes the order that is a day of the calendar, the steward’s first', () => {
    const either = '{number} {date:dd-mm-yyyy|mm-dd-yyyy}';
    expect(read(either, '1 05-06-2013')?.date).toBe('2013-06-05');
    expect(read(either, '1 05-26-2013')?.date).toBe('2013-05-26');
  });

  it('reads two-digit years in the hundred that the pattern states', () => {
    expect(read('{number} {date:dd-mm-yy}', '1 03-05-74')?.date).toBe('2074-05-03');
    expect(read('{number} {date:dd-mm-yy from 1950}', '1 03-05-74')?.date).toBe('1974-05-03');
    expect(read('{number} {date:dd-mm-yy from 1950}', '1 03-05-13')?.date).toBe('2013-05-03');
  });

  it('keeps a month a month and a year a year', () => {
    expect(read('{number} {date:month yyyy}', '1 أيلول 2013')?.date).toBe('2013-09');
    expect(read('{number} {date:yyyy}', '1 2013')?.date).toBe('2013');
  });

  it('reads folders before the title', () => {
    const pattern = '{branch}/{date:yyyy-mm-dd}/{number}-{sequence}';
    const title = read(pattern, '0012 (3)', 'archive/215/2013-05-03');
    expect(title).toMatchObject({ number: '0012', sequence: 3, branch: '215', date: '2013-05-03' });
    expect(read(pattern, '12-3')).toBeUndefined();
    expect(read('{folder}/{number}', '12', 'a/b/c')).toEqual({ number: '12', folder: 'a/b/c' });
    expect(read('{number}', '12', 'a/b')).toEqual({ number: '12', folder: 'a/b' });
  });

  it('reads digits that stand together by their counts', () => {
    expect(read('{number:4}{sequence:2}', '123407')).toEqual({ number: '1234', sequence: 7 });
    expect(read('{number:1-3} {ignore}', '1234 x')).toBeUndefined();
  });

  it('reads a hospital apart from the branch', () => {
    const pattern = '{number} {date:dd-mm-yyyy} {branch:digits} مشفى {hospital}';
    const title = read(pattern, '١٢ 03-05-2013 ٢١٥ مشفى ٦٠١');
    expect(title).toMatchObject({ branch: '٢١٥', hospital: '٦٠١' });
  });

  it('keeps brackets whole', () => {
    const pattern = '{number} {branch}[ ({sequence})]';
    expect(read(pattern, '12 فرع (الجوية)')?.branch).toBe('فرع (الجوية)');
    expect(read('{number} {branch}', '12 (الجوية) ٢١٥')?.branch).toBe('(الجوية) ٢١٥');
    expect(read(pattern, '12 215 (3)')).toEqual({ number: '12', branch: '215', sequence: 3 });
    expect(read('({number}) {branch}', '(12) 215')).toEqual({ number: '12', branch: '215' });
  });

  it.each([
    ['215 (1)', true],
    ['215 (1', true],
    ['215 [٢]', true],
    ['215) air', true],
    ['215', false],
    ['فرع (215)', false],
    ['(air) 215', false],
  ])('doubts that %s is all of one branch: %s', (branch, doubtful) => {
    const reading = new TitlePattern('{number} {branch}').read({ title: `12 ${branch}` });
    expect(reading?.parts.map((part) => part.doubtful)).toEqual([undefined, doubtful || undefined]);
  });

  it('tries patterns in their order', () => {
    const patterns = new TitlePatterns(['{number} {date:dd-mm-yyyy}', '{number} {branch}']);
    expect(patterns.read({ title: '1 03-05-2013' })).toMatchObject({ pattern: 1 });
    expect(patterns.read({ title: '1 0215' })).toMatchObject({
      pattern: 2,
      title: { branch: '0215' },
    });
  });
});

describe('time', () => {
  const piece = fc.constantFrom(
    ...[
      '{photographer}',
      '{branch}',
      '{hospital}',
      '{ignore}',
      '{date:yy-mm-dd|dd-mm-yy}',
      '{suffix}',
    ],
    ...['{ignore}', ' ', '/', 'a', '1', 'م'],
  );
  const pattern = fc
    .array(
      fc.oneof(
        piece,
        fc.array(piece, { minLength: 1, maxLength: 4 }).map((some) => `[${some.join('')}]`),
      ),
      {
        maxLength: 12,
      },
    )
    .map((pieces) => `${pieces.join('')}{number}`);

  function stepsOf(made: TitlePattern, title: string): number {
    const before = made.steps;
    made.read({ title });
    return made.steps - before;
  }

  it('grows no faster than the title, whatever pattern and title are', () => {
    const unit = fc.string({
      unit: fc.constantFrom('a', '1', ' ', 'م', '-', '/'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(pattern, unit, (text, repeated) => {
        let made: TitlePattern;
        try {
          made = new TitlePattern(text);
        } catch {
          return;
        }
        const long = repeated.repeat(90);
        expect(stepsOf(made, long)).toBeLessThanOrEqual((text.length + 2) * (long.length + 1));
      }),
    );
  });

  it('does not explode where a regular expression would', () => {
    const hostile = new TitlePattern(
      '[{ignore} ][{ignore} ][{ignore} ][{ignore} ][{ignore} ]x{number}',
    );
    const short = stepsOf(hostile, 'a '.repeat(40));
    const long = stepsOf(hostile, 'a '.repeat(240));
    expect(long).toBeLessThan(short * 7);
  });
});
