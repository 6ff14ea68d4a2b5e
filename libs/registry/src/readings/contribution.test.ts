import { contributionOf, type AttributedReading } from './contribution.js';

const reading = (
  reader: string,
  whole: string,
  more: Partial<AttributedReading> = {},
): AttributedReading => ({ reader, names: { whole }, numbers: [], confidence: 0.6, ...more });

describe('what readings say', () => {
  it('is unconfirmed while one person read', () => {
    const first = reading('a', 'عمرون', { numbers: [{ value: '12', readOn: 'card' }] });
    expect(contributionOf([first])).toEqual({
      names: { transcribed: [{ text: 'عمرون', reader: 'a', confidence: 0.6, unconfirmed: true }] },
      numbers: [{ value: '12', readOn: 'card', unconfirmed: true }],
    });
  });

  it('is both, unconfirmed, while two differ', () => {
    const { names } = contributionOf([reading('a', 'عمرون'), reading('b', 'بلون')]);
    expect(names?.transcribed?.map((one) => [one.text, one.unconfirmed])).toEqual([
      ['عمرون', true],
      ['بلون', true],
    ]);
  });

  it('is one transcription of both where they agree', () => {
    const second = reading('b', 'عمرون', { confidence: 0.9 });
    expect(contributionOf([reading('a', 'عمرون'), second])).toEqual({
      names: { transcribed: [{ text: 'عمرون', reader: 'a+b', confidence: 0.9 }] },
      numbers: [],
    });
  });

  it('keeps two spellings of the same, and parts that one of them tells', () => {
    const parts = { given: 'احمد', father: 'بلون' };
    const { names } = contributionOf([
      reading('a', 'أحمد بلون'),
      { ...reading('b', ''), names: parts },
    ]);
    expect(names).toEqual({
      transcribed: [
        { text: 'أحمد بلون', reader: 'a', confidence: 0.6 },
        { text: 'احمد بلون', reader: 'b', confidence: 0.6 },
      ],
      ...parts,
    });
  });

  it('has no parts where the two divide the name differently', () => {
    const one = { ...reading('a', ''), names: { given: 'محمد علي' } };
    const other = { ...reading('b', ''), names: { given: 'محمد', father: 'علي' } };
    expect(contributionOf([one, other]).names).toEqual({
      transcribed: [{ text: 'محمد علي', reader: 'a+b', confidence: 0.6 }],
    });
  });

  it('is what a third chose, or read instead', () => {
    const two = [reading('a', 'عمرون'), reading('b', 'بلون')];
    const chose = reading('c', 'بلون', { chose: 'second', confidence: 0.8 });
    expect(contributionOf([...two, chose]).names).toEqual({
      transcribed: [{ text: 'بلون', reader: 'b+c', confidence: 0.8 }],
    });
    const unsure = reading('c', 'بلون', { chose: 'second', confidence: 0.3 });
    expect(contributionOf([...two, unsure]).names).toEqual({
      transcribed: [{ text: 'بلون', reader: 'b+c', confidence: 0.3 }],
    });
    expect(contributionOf([...two, reading('c', 'جلون')]).names).toEqual({
      transcribed: [{ text: 'جلون', reader: 'c', confidence: 0.6 }],
    });
  });

  it('takes back what was unconfirmed where nobody can read anything', () => {
    const two = [reading('a', 'عمرون'), reading('b', '')];
    expect(contributionOf([...two, reading('c', '')])).toEqual({ names: {}, numbers: [] });
  });
});
