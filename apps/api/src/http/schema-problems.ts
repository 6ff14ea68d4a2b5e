import type { Problem } from '@athar/diagnostics';
import type { StandardSchemaV1 } from '@standard-schema/spec';

/** Zod's issues carry more than the standard asks for. */
interface Issue extends StandardSchemaV1.Issue {
  code?: string;
  keys?: readonly string[];
  values?: readonly unknown[];
}

/**
 * Turns a schema's issues into problems that name field, expectation and fix. The value itself is
 * never repeated.
 *
 * @param place where the value stands: empty for the body, `query`, `param/id`.
 */
export function problemsOfIssues(
  issues: readonly StandardSchemaV1.Issue[],
  place: string,
): Problem[] {
  return issues.flatMap((issue: Issue) => {
    const field = pointer(place, issue.path ?? []);
    if (issue.code === 'unrecognized_keys') {
      return (issue.keys ?? []).map((key) => ({
        field: pointer(place, [...(issue.path ?? []), key]),
        code: 'unknown-field',
        expected: 'a field that the API page names',
        fix: 'Correct the field’s name or leave it out.',
      }));
    }
    const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
    return [
      {
        field,
        code: missing ? 'missing' : 'bad-value',
        expected: expectation(issue),
        fix: missing ? 'Add the field.' : 'Correct the value.',
      },
    ];
  });
}

function pointer(place: string, path: readonly (PropertyKey | { key: PropertyKey })[]): string {
  const steps = path.map((step) => String(typeof step === 'object' ? step.key : step));
  const escaped = steps.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'));
  return [place, ...escaped].join('/') || '/';
}

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_value')
    return `one of ${(issue.values ?? []).map(String).join(', ')}`;
  return issue.message
    .replace(/^Invalid input: expected /, '')
    .replace(/, received .*$/, '')
    .replace(/^Invalid /, 'a valid ');
}
