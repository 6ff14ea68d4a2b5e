import { SealBroken } from './errors.js';
import { MasterKey } from './master-key.js';
import { Seal } from './seal.js';

const master = MasterKey.create();
const place = { table: 'reports', column: 'record', row: 'a' };

function dataKey(retired = false) {
  const { id, wrapped } = master.createDataKey('owner');
  return master.unwrap('owner', { id, wrapped, retired });
}

describe('Seal', () => {
  it('opens only at the place where it was sealed', () => {
    const seal = new Seal([dataKey()]);
    const sealed = seal.seal(place, 'حسين');
    expect(seal.open(place, sealed)).toBe('حسين');
    expect(sealed.includes(Buffer.from('حسين'))).toBe(false);
    for (const other of [{ row: 'b' }, { column: 'note' }, { table: 'cases' }]) {
      expect(() => seal.open({ ...place, ...other }, sealed)).toThrow(SealBroken);
    }
  });

  it('finds a single changed bit wherever it is', () => {
    const seal = new Seal([dataKey()]);
    const sealed = seal.seal(place, 'text');
    for (const at of [0, 5, 20, 30, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => seal.open(place, changed)).toThrow();
    }
  });

  it('still opens old values, and digests alike, after the key was changed', () => {
    const old = dataKey();
    const before = new Seal([old]);
    const after = new Seal([{ ...old, retired: true }, dataKey()]);
    expect(after.open(place, before.seal(place, 'text'))).toBe('text');
    expect(after.digest('row', 'x')).toEqual(before.digest('row', 'x'));
  });

  it('does not unwrap a data key for another owner', () => {
    const { id, wrapped } = master.createDataKey('one');
    expect(() => master.unwrap('two', { id, wrapped, retired: false })).toThrow(SealBroken);
  });
});
