import { comparePersons } from '@athar/matching';
import { packEvidence } from '../matching/packed-evidence.js';
import { levelRows } from './level-rows.js';

const report = {
  id: 'r',
  name: 'شاهين قمر الظريفاني',
  motherName: 'بدرية',
  sex: 'male' as const,
  birthDate: '1984',
  homeGovernorate: 'حماة',
  arrestedBy: '215',
  arrestDate: '2013-01',
};
const entry = {
  id: 'e',
  name: 'شاهين قمر الظريفاني',
  motherName: 'بدرية',
  sex: 'male' as const,
  age: 30,
  homeGovernorate: 'حماة',
  branch: '215',
  photoDate: '2014-03',
  detaineeNumber: '77',
};

it('tells of a decided pair which levels of circumstances it has, and nothing of its names', () => {
  const rows = levelRows(3, true, packEvidence(comparePersons(report, entry).evidence));
  expect(rows.map(({ kind }) => kind)).toEqual(['seen', 'place', 'holder', 'arrest']);
  expect(rows[2]).toEqual({ pair: 3, same: 1, kind: 'holder', level: 'holder.same' });
});

it('tells that both homes are known where what they say has a weight that is not learned', () => {
  const { evidence } = comparePersons(report, { ...entry, homeGovernorate: 'حمص' });
  expect(evidence.map(({ code }) => code)).toContain('neighbouring-governorate');
  const rows = levelRows(3, false, packEvidence(evidence));
  expect(rows).toContainEqual({ pair: 3, same: 0, kind: 'place', level: '' });
});
