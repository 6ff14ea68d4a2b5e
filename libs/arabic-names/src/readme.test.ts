import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import * as door from './index.js';

/** A line that says what its expression gives: `expression; // => value`. */
const CHECKED = /^(?<expression>.+?);? *\/\/ => (?<value>.+)$/u;

const readme = readFileSync('libs/arabic-names/README.md', 'utf8');
const examples = Array.from(readme.matchAll(/```ts\n(?<code>[\s\S]*?)```/gu), ({ groups }) =>
  (groups?.['code'] ?? '').replace(
    /^import \{([^}]*)\} from '@athar\/arabic-names';$/gmu,
    (_, names: string) => `const {${names}} = door;`,
  ),
);

/** Runs an example line by line; gives what its checked lines gave beside what they say. */
function run(code: string): { line: string; given: unknown; said: unknown }[] {
  const checks: { line: string; given: unknown; said: unknown }[] = [];
  const note = (line: string, given: unknown, said: unknown) => checks.push({ line, given, said });
  const lines = code.split('\n').map((line) => {
    const { expression, value } = CHECKED.exec(line)?.groups ?? {};
    if (expression === undefined) return line;
    return `note(${JSON.stringify(line)}, (${expression}), (${value}));`;
  });
  runInContext(lines.join('\n'), createContext({ door, note }));
  return checks;
}

describe('README', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(3);
  });

  it.each(examples.map((code) => [code]))('tells the truth:\n%s', (code) => {
    const checks = run(code);
    expect(checks.length).toBeGreaterThan(0);
    for (const { line, given, said } of checks) expect([line, given]).toEqual([line, said]);
  });
});
