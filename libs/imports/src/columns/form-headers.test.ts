import { proposeColumns } from '../proposing/propose-columns.js';
import { ColumnMap } from './column-map.js';
import { HeaderWords } from './header-words.js';

const words = new HeaderWords({
  columns: ['id', 'name', 'marks', 'consents', 'phone'],
  words: { consents: { en: ['what do you agree to'] } },
  ambiguous: [],
  form: {
    identity: { column: 'id', headers: ['_uuid', 'meta/instanceid', '_id'] },
    ignored: ['_index', '__version__'],
    lists: ['marks', 'consents'],
  },
});

function read(cells: Record<string, string>, mapping: Record<string, string> = {}) {
  const options = { ignoreUnknown: false, mapping };
  const columns = new ColumnMap(Object.keys(cells), words, options, false);
  const { row, problems } = columns.read(cells);
  expect(problems).toEqual([]);
  return Object.fromEntries([...row].map(([column, { text }]) => [column, text]));
}

describe('the export of a form', () => {
  it('is known by the best of what it has for that, and its other marks are left out', () => {
    const meta = { __version__: 'v1', _index: '1', 'meta/instanceID': 'uuid:a' };
    expect(read({ name: 'N', ...meta, _uuid: 'a', _id: '7' })).toEqual({ name: 'N', id: 'a' });
    expect(read({ name: 'N', ...meta, _id: '7' })).toEqual({ name: 'N', id: 'uuid:a' });
    expect(read({ name: 'N', _id: '7' })).toEqual({ name: 'N', id: '7' });
    expect(read({ ID: '1', ...meta, _uuid: 'a' })).toEqual({ id: '1' });
    expect(read({ ID: '1', _uuid: 'a' }, { ID: '', _uuid: 'id' })).toEqual({ id: 'a' });
  });

  it('tells several answers in one cell, in columns of their own, or in both', () => {
    const apart = { 'marks/scar': '1', 'marks/old wound': 'TRUE', 'marks/mole': '0' };
    expect(read({ marks: 'scar old wound', ...apart })).toEqual({ marks: 'scar; old wound' });
    expect(read({ 'g/marks/scar': '1', 'g/marks/mole': '0' })).toEqual({ marks: 'scar' });
    expect(read({ marks: 'scar', 'marks/scar': '', 'marks/mole': '' })).toEqual({ marks: 'scar' });
    const labels = { 'What do you agree to?': 'Store', 'What do you agree to?/Store': '1' };
    const mapping = { 'What do you agree to?': 'consents' };
    expect(read(labels, mapping)).toEqual({ consents: 'Store' });
  });

  it('has its questions proposed by their names without the group', () => {
    const headers = ['_uuid', '_index', 'g/name', 'g/marks', 'g/marks/scar', 'g/phone'];
    const proposed = proposeColumns(headers, words);
    expect(proposed.map(({ column, sure, why }) => [column, sure, why])).toEqual([
      ['id', 'certain', 'form'],
      [null, 'certain', 'form'],
      ['name', 'likely', 'group'],
      ['marks', 'likely', 'group'],
      [null, 'certain', 'form'],
      ['phone', 'likely', 'group'],
    ]);
  });
});
