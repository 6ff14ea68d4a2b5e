import type { Problem } from '@athar/diagnostics';
import { Refused } from '../service/errors.js';

/**
 * What the service refuses, with what helps in the switches of `athar import`. The service speaks of the
 * parts of a request, which whoever types a command does not have.
 */
export function inSwitches(error: unknown): unknown {
  if (!(error instanceof Refused)) return error;
  const problems = error.problems.map(withSwitch);
  return new Refused(error.status, error.code, error.message, problems);
}

function withSwitch(problem: Problem): Problem {
  const { field, code, expected } = problem;
  const parameter = switches[field];
  if (parameter !== undefined)
    return { ...problem, field: parameter, fix: fixes[field] ?? problem.fix };
  switch (code) {
    case 'unknown-column': {
      const column = /the nearest is "([^"]*)"/.exec(expected)?.[1] ?? 'column';
      const fix =
        `Say what it stands for: --map '${field}=${column}'; or leave it out: --map '${field}='. ` +
        '--ignore-unknown leaves out all that are not known, --propose shows what they may be.';
      return { ...problem, fix };
    }
    case 'doubled-column':
      return { ...problem, fix: `Leave one of the two out: --map '${field}='.` };
    case 'column-not-in-file':
      return { ...problem, fix: 'Correct --map.' };
    case 'identity-column-missing':
      return {
        ...problem,
        fix: `Add one of them, or name the one that is it: --map 'header=${field}'.`,
      };
    default:
      return problem;
  }
}

const switches: Readonly<Record<string, string>> = {
  mapping: '--map',
  'query/mapping': '--map',
  'query/mappingId': '--mapping',
  'query/saveMappingAs': '--save-mapping',
  'query/dateOrder': '--date-order',
  'query/sheet': '--sheet',
  'query/headerRow': '--header-row',
  'query/encoding': '--encoding',
  'query/title': '--title',
  'query/custodian': '--custodian',
  'query/embargoUntil': '--embargo-until',
  'query/collectionKind': '--kind',
};

const fixes: Readonly<Record<string, string>> = {
  'query/collectionKind':
    'Give --kind civil_records, or what else it is: only known kinds are compared.',
};

/** What helps against a bad cell, in the same words. */
export function fixInSwitches(fix: string): string {
  return fix.replace('(dateOrder)', '(--date-order)');
}
