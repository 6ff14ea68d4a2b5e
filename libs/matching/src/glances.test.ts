import { CircumstanceRows } from './circumstance-rows.js';
import { keylessCentibits } from './circumstances.js';
import { prepare } from './prepare.js';
import type { MatchRecord } from './records.js';

function record(fields: Partial<MatchRecord>) {
  return prepare({ id: 'A', name: 'سالم الحسن', ...fields });
}

const RECORDS = [
  record({}),
  record({ sex: 'female' }),
  record({ sex: 'male', birthDate: '1987', homeGovernorate: 'حلب' }),
  record({ sex: 'male', birthDate: '1951', homeGovernorate: 'Homs' }),
  record({ sex: 'male', branch: 'فرع 215', homeGovernorate: 'Homs' }),
  record({ branch: 'فرع 227', birthDate: '1990' }),
];
const QUERIES = [
  record({ sex: 'male', birthDate: '1987', homeGovernorate: 'Aleppo' }),
  record({ sex: 'female', birthDate: '1952', homeGovernorate: 'حمص' }),
  record({ sex: 'male', detentionPlaces: ['Branch 215'], homeGovernorate: 'Homs' }),
];

function rowsOf(records: typeof RECORDS): CircumstanceRows {
  const rows = new CircumstanceRows();
  records.forEach((each, slot) => rows.put(slot, each));
  return rows;
}

describe('Glances', () => {
  it('say of sex, year, home and holder what a full look says, query after query', () => {
    const { glances } = rowsOf(RECORDS);
    for (const query of QUERIES) {
      glances.begin(query, undefined);
      for (const [slot, each] of RECORDS.entries()) {
        const full = keylessCentibits(query, each, undefined);
        expect(Math.abs(glances.at(slot) - full)).toBeLessThan(80);
      }
    }
  });

  it('tell the year of an age as seen from one that is known', () => {
    const seen = record({ age: 30, photoDate: '2014' });
    const { glances } = rowsOf([seen]);
    for (const birthDate of ['1984', '1950']) {
      const query = record({ birthDate });
      glances.begin(query, undefined);
      const full = keylessCentibits(query, { ...seen, photo: null }, undefined);
      expect(Math.abs(full)).toBeGreaterThan(100);
      expect(Math.abs(glances.at(0) - full)).toBeLessThan(80);
    }
  });

  it('say nothing of what stands where there is no more room for values', () => {
    const many = Array.from({ length: 5000 }, (_, at) => record({ homePlace: `قرية ${at}` }));
    const { glances } = rowsOf(many);
    const query = record({ homePlace: 'قرية 4999' });
    glances.begin(query, undefined);
    expect(glances.at(4999)).toBe(0);
  });

  it('follow a record that changed', () => {
    const rows = rowsOf([record({ sex: 'male' })]);
    rows.put(0, record({ sex: 'female' }));
    rows.glances.begin(record({ sex: 'female' }), undefined);
    expect(rows.glances.at(0)).toBeGreaterThan(0);
  });
});
