import { readFileSync } from 'node:fs';
import { CodedError, type Problem } from '@athar/diagnostics';
import {
  environmentSchema,
  secretNames,
  type Environment,
  type EnvironmentName,
} from './environment.js';
import { mailInClear } from './mail-in-clear.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** The environment has at least one bad variable; `problems` names every one of them. */
export class InvalidEnvironment extends CodedError {
  readonly code = 'invalid-environment';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    const names = problems.map((one) => one.field).join(', ');
    super(`The environment is not usable: ${names}.`, { problems });
  }
}

/**
 * Parses environment variables into typed settings. An empty variable counts as not set.
 *
 * @param variables names and values, usually the process's own.
 * @returns every setting with its default filled in.
 * @throws InvalidEnvironment naming every problem at once; values are never repeated.
 */
export function parseEnvironment(variables: Variables): Environment {
  const problems: Problem[] = [];
  const input = withSecretsFromFiles(withoutEmpty(variables), problems);
  const result = environmentSchema.safeParse(input);
  for (const issue of result.error?.issues ?? []) {
    const field = String(issue.path[0]);
    problems.push(problem(field, 'bad-value', issue.message, `Correct ${field} or unset it.`));
  }
  problems.push(...missingOfDatabase(input), ...missingInProduction(input), ...mailInClear(input));
  if (!result.success || problems.length > 0) throw new InvalidEnvironment(problems);
  return result.data;
}

function problem(field: string, code: string, expected: string, fix: string): Problem {
  return { field, code, expected, fix };
}

function withoutEmpty(variables: Variables): Record<string, string> {
  const set = Object.entries(variables).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(set) as Record<string, string>;
}

function withSecretsFromFiles(
  variables: Record<string, string>,
  problems: Problem[],
): Record<string, string> {
  const filled = { ...variables };
  for (const name of secretNames) {
    const path = variables[`${name}_FILE`];
    if (path === undefined) continue;
    if (variables[name] !== undefined) {
      problems.push(
        problem(name, 'given-twice', `${name} or ${name}_FILE, not both`, 'Unset one of the two.'),
      );
      continue;
    }
    try {
      filled[name] = readFileSync(path, 'utf8').trim();
    } catch {
      problems.push(
        problem(`${name}_FILE`, 'unreadable', 'a readable file', 'Check its path and permissions.'),
      );
    }
  }
  return filled;
}

const databaseNames: readonly EnvironmentName[] = [
  'DATABASE_URL',
  'DATABASE_MATCHER_URL',
  'DATABASE_QUEUE_URL',
];

/** The three working roles come together or not at all; with Redis the queue's role is not used. */
function missingOfDatabase(input: Record<string, string>): Problem[] {
  const given = [...databaseNames, 'DATABASE_OWNER_URL'].some((name) => input[name] !== undefined);
  if (!given) return [];
  const needed = databaseNames.filter(
    (name) => !(name === 'DATABASE_QUEUE_URL' && input.REDIS_URL),
  );
  return needed
    .filter((name) => input[name] === undefined)
    .map((name) =>
      problem(name, 'missing', 'to be set beside the other database addresses', `Set ${name}.`),
    );
}

function missingInProduction(input: Record<string, string>): Problem[] {
  if (input.NODE_ENV !== 'production') return [];
  const needed = ['DATABASE_URL', 'ATHAR_MASTER_KEY', 'SMTP_URL', 'MAIL_FROM'];
  return needed
    .filter((name) => input[name] === undefined)
    .map((name) => problem(name, 'missing', 'to be set in production', `Set ${name}.`));
}
