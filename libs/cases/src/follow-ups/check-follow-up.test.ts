import { checkFollowUp } from './check-follow-up.js';

const now = new Date('2026-03-01T12:00:00Z');
const entry = { kind: 'call', text: 'She was told.' } as const;

describe('a day of the log of a case', () => {
  it('may be today everywhere on earth', () => {
    expect(checkFollowUp({ ...entry, happenedOn: '2026-03-02' }, now)).toEqual([]);
  });

  it('that is still to come is refused with what can be done, since it cannot be left out', () => {
    const [problem] = checkFollowUp({ ...entry, happenedOn: '2026-04-01' }, now);
    expect(problem).toMatchObject({ field: '/happenedOn', code: 'in-the-future' });
    expect(problem?.fix).toMatch(/task/);
    expect(problem?.fix).not.toMatch(/leave it out/);
  });
});
