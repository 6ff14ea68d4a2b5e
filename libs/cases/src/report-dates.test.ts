import { checkDocument } from './check-report.js';
import type { ReportDocument } from './report-document.js';
import { warningsOf } from './report-warnings.js';

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

  it('are refused where nobody lived then, and where the calendar lacks them', () => {
    const document = told({
      person: { names, birthDate: '1434' },
      lastSeen: { date: '2013-09-31', source },
      arrest: { date: '0213', source },
    });
    expect(problems(document)).toEqual([
      '/person/birthDate hijri-year',
      '/lastSeen/date no-such-day',
      '/arrest/date long-ago',
    ]);
  });

  it('stand beside names that are names', () => {
    const wrong = { given: '=1+1', knownAs: ['Abu Zayd', '123'] };
    expect(problems(told({ person: { names: wrong } }))).toEqual([
      '/person/names/given formula',
      '/person/names/knownAs/1 not-a-name',
    ]);
    expect(problems(told({ person: { names: { given: '؟؟؟' } } }))).toEqual([
      '/person/names name-missing',
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
});
