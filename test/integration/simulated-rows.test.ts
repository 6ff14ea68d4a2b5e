import { toEntryRecord, toReportRecord, type RowProblem } from '@athar/matching';
import { simulatePersons } from '@athar/simulation';

/** Settings at which the most goes wrong. */
const noise = {
  dots: 0.2,
  cropped: 0.1,
  splitWord: 0.1,
  typing: 0.2,
  latinFreedom: 0.5,
  ageDeviation: 30,
};
const people = { persons: 4000, registry: 4000, seed: 29 };

describe.each([
  ['as by default', {}],
  ['with much noise', { noise }],
])('simulated rows %s', (_, settings) => {
  const streams = simulatePersons({ ...people, ...settings });

  it('are read by athar match without a problem', () => {
    const problems: RowProblem[] = [];
    for (const { row } of streams.reports()) problems.push(...toReportRecord(row).problems);
    for (const { row } of streams.entries()) problems.push(...toEntryRecord(row).problems);
    expect(problems).toEqual([]);
  });
});
