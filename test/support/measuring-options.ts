import { parseArgs, type ParseArgsConfig } from 'node:util';

type Known = NonNullable<ParseArgsConfig['options']>;

/** What is wrong with the options of a measuring command, as one line for a person. */
export class BadOption extends Error {}

/** The options of a measuring command. @throws BadOption */
export function optionsOf<const T extends Known>(
  options: T,
  args: readonly string[] = process.argv.slice(2),
): ReturnType<typeof parseArgs<{ options: T }>>['values'] {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const names = Object.keys(options).map((name) => `--${name}`);
    const [sentence = ''] = String(error)
      .replace(/^[^:]*: /u, '')
      .split(/\.(?:\s|$)/u);
    throw new BadOption(`${sentence}. There are ${names.join(', ')}.`);
  }
}

/** @throws BadOption */
export function wholeNumber(name: string, text: string, least = 1): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= least) return value;
  throw new BadOption(`--${name}: give a whole number from ${least} on.`);
}

/** @throws BadOption */
export function oneOf<T extends string>(name: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === text);
  if (choice !== undefined) return choice;
  throw new BadOption(`--${name}: give one of ${choices.join(', ')}.`);
}

/** An object written as JSON. @throws BadOption */
export function jsonOf(name: string, text: string): object {
  const refused = new BadOption(`--${name}: give an object as JSON.`);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    throw refused;
  }
  throw refused;
}

/** What `read` gives; where an option is bad, that is said and the command ends. */
export function orRefuse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BadOption)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
