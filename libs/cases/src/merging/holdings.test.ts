import { statusApart, statusTogether } from './holdings.js';

const nothing = { confirmed: false, judged: false };
const judged = { confirmed: false, judged: true };
const confirmed = { confirmed: true, judged: true };

describe('the status of cases that are two again', () => {
  it('follows from what each of them holds', () => {
    for (const before of ['open', 'under_review', 'confirmed', 'withdrawn'] as const) {
      expect(statusApart(before, true, nothing)).toBe('open');
      expect(statusApart(before, true, judged)).toBe('under_review');
      expect(statusApart(before, true, confirmed)).toBe('confirmed');
    }
  });

  it('keeps what people did, but a disclosure only while something is confirmed', () => {
    expect(statusApart('closed', true, confirmed)).toBe('closed');
    for (const told of ['disclosure_planned', 'disclosed'] as const) {
      expect(statusApart(told, true, confirmed)).toBe(told);
      expect(statusApart(told, true, nothing)).toBe('under_review');
    }
  });

  it('is withdrawn where no relative agrees any more, whatever it was', () => {
    expect(statusApart('disclosed', false, confirmed)).toBe('withdrawn');
    expect(statusApart('closed', false, nothing)).toBe('withdrawn');
  });
});

describe('the status of two cases that became one', () => {
  it('is the one that went further, whichever case had it', () => {
    expect(statusTogether('open', 'open', nothing)).toBe('open');
    expect(statusTogether('open', 'under_review', judged)).toBe('under_review');
    expect(statusTogether('confirmed', 'open', nothing)).toBe('confirmed');
    expect(statusTogether('confirmed', 'disclosed', confirmed)).toBe('disclosed');
    expect(statusTogether('disclosed', 'disclosure_planned', confirmed)).toBe('disclosed');
  });

  it('follows from what the absorbed case holds, where its status forgot it', () => {
    expect(statusTogether('open', 'open', judged)).toBe('under_review');
    expect(statusTogether('open', 'open', confirmed)).toBe('confirmed');
  });
});
