import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { RecordAssembler } from './record-assembler.js';

function assemble(text: string, cut: number): string[][] {
  const assembler = new RecordAssembler(',', 1_000_000);
  const lines = text
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line, tooLong: false }));
  const records = [
    ...assembler.take(lines.slice(0, cut)),
    ...assembler.take(lines.slice(cut)),
    ...assembler.end(),
  ];
  return records.map((record) => record.fields);
}

describe('RecordAssembler', () => {
  it('reads well-formed text as csv-parse does, wherever the chunks are cut', () => {
    const plain = fc.stringMatching(/^[ab; ]{0,4}$/);
    const quoted = fc
      .string({ unit: fc.constantFrom('a', '"', ',', '\n'), maxLength: 6 })
      .map((field) => `"${field.replaceAll('"', '""')}"`);
    const row = fc
      .array(fc.oneof(plain, quoted), { minLength: 2, maxLength: 4 })
      .map((fields) => fields.join(','));
    const file = fc.array(row, { maxLength: 6 }).map((rows) => rows.join('\n'));
    fc.assert(
      fc.property(file, fc.nat(12), (text, cut) => {
        const expected: string[][] = parse(text, { relax_column_count: true });
        expect(assemble(text, cut)).toEqual(expected);
      }),
    );
  });

  it('takes time in proportion to the text where every row is badly quoted', () => {
    const rows = 50_000;
    expect(assemble('1,"a\n'.repeat(rows), 10)).toHaveLength(rows);
  });
});
