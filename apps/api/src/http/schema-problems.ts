import type { Problem } from '@athar/diagnostics';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { expectation, type Issue } from './expectation.js';

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
  return issues.flatMap(asNearestShape).flatMap((issue) => {
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
    const expected = expectation(issue);
    return [
      {
        field,
        code: missing ? 'missing' : 'bad-value',
        expected,
        fix: missing ? `Add the field: ${expected}.` : `Correct the value: ${expected}.`,
      },
    ];
  });
}

/** What a union refuses, as what is wrong with the shape that the value is nearest to. */
function asNearestShape(issue: Issue): readonly Issue[] {
  const shapes = issue.code === 'invalid_union' ? (issue.errors ?? []) : [];
  const [nearest] = shapes
    .filter((problems) => problems.length > 0)
    .sort((one, other) => foreign(one) - foreign(other) || outer(one) - outer(other));
  if (nearest === undefined) return [issue];
  return nearest
    .map((inner) => ({ ...inner, path: [...(issue.path ?? []), ...(inner.path ?? [])] }))
    .flatMap(asNearestShape);
}

/** How many fields there are that the shape does not have. */
function foreign(problems: readonly Issue[]): number {
  const keys = problems.filter(({ path }) => (path ?? []).length === 0);
  return keys.reduce((sum, { keys: unknown }) => sum + (unknown?.length ?? 0), 0);
}

/** How many of the problems are of the shape's own fields, not of what is within them. */
function outer(problems: readonly Issue[]): number {
  return problems.filter(({ path }) => (path ?? []).length < 2).length;
}

function pointer(place: string, path: readonly (PropertyKey | { key: PropertyKey })[]): string {
  const steps = path.map((step) => String(typeof step === 'object' ? step.key : step));
  const escaped = steps.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'));
  return [place, ...escaped].join('/') || '/';
}
