import { checkDocument } from './check-report.js';
import type { ReportDocument } from './report-document.js';
import { warningsOf } from './report-warnings.js';
import { latestToday } from './today.js';

const source = 'hearsay' as const;
const names = { given: 'Zayd' };
const told = (changes: Partial<ReportDocument>): ReportDocument => ({
  person: { names },
  ...changes,
});
const problems = (document: ReportDocument) =>
  checkDocument(document, '2026-03-01').map(({ field, code }) => `${field} ${code}`);
const warnings = (document: ReportDocument) =>
  warningsOf(document).map(({ field, code, against }) => `${field} ${code} ${against}`);

describe('dates of a report', () => {
  it('are refused where they lie in the future, wherever they stand', () => {
    const document = told({
      person: { names, birthDate: '2027' },
      arrest: { date: '2026-03-02', source },
      detentions: [{ place: 'Branch', from: '2026-04/..', source }],
      sightings: [{ date: '2030~', source }],
      witnesses: [{ what: 'Saw him', date: '2026-12', source }],
    });
    expect(problems(document)).toEqual([
      '/person/birthDate in-the-future',
      '/arrest/date in-the-future',
      '/detentions/0/from in-the-future',
      '/sightings/0/date in-the-future',
      '/witnesses/0/date in-the-future',
    ]);
  });

  it('may be today, this year, or run on into the future', () => {
    const document = told({
      lastSeen: { date: '2026-03-01', source },
      arrest: { date: '2026', source },
      detentions: [{ place: 'Branch', from: '2013-11/..', to: '../2027', source }],
    });
    expect(problems(document)).toEqual([]);
  });

  it('warn of an order that cannot be, and of nothing that may be', () => {
    const wrong = told({
      person: { names, birthDate: '1987' },
      lastSeen: { date: '2013-11', source },
      arrest: { date: '1986-05', source },
      detentions: [{ place: 'Branch', from: '2014', to: '2013', source }],
    });
    expect(warnings(wrong)).toEqual([
      '/arrest/date before-birth /person/birthDate',
      '/arrest/date arrested-before-last-seen /lastSeen/date',
      '/detentions/0/to ends-before-it-begins /detentions/0/from',
    ]);
    const possible = told({
      lastSeen: { date: '2013-11', source },
      arrest: { date: '2013', source },
      detentions: [{ place: 'Branch', from: '2012-12~', to: '2013', source }],
    });
    expect(warnings(possible)).toEqual([]);
  });

  it('ask for a name in every alternative', () => {
    const alternatives = [{ names: { husband: 'Sample' }, source }];
    expect(problems(told({ person: { names, alternatives } }))).toEqual([
      '/person/alternatives/0/names name-missing',
    ]);
  });

  it('count a day as come once it is that day somewhere', () => {
    expect(latestToday(new Date('2026-02-28T10:30:00Z'))).toBe('2026-03-01');
    expect(latestToday(new Date('2026-02-28T09:30:00Z'))).toBe('2026-02-28');
  });
});
