import { InvalidArgumentError, Option } from 'commander';

const whole = /^\d{1,9}$/;
const decimal = /^(?:\d{1,12}(?:\.\d{1,12})?|\.\d{1,12})$/;

/** Parses a whole number between two bounds, for `Option.argParser`. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = whole.test(text) ? Number(text) : NaN;
    if (number >= min && number <= max) return number;
    throw new InvalidArgumentError(`Give a whole number from ${min} to ${max}.`);
  };
}

/** Parses a number between two bounds, for `Option.argParser`. */
export function numberBetween(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = decimal.test(text) ? Number(text) : NaN;
    if (number >= min && number <= max) return number;
    throw new InvalidArgumentError(`Give a number from ${min} to ${max}.`);
  };
}

/** Options that the commands over two lists have in common. */
export const limitOption = (): Option =>
  new Option('--limit <n>', 'results for each row at most')
    .default(20)
    .argParser(wholeNumber(1, 10_000));

export const threadsOption = (): Option =>
  new Option(
    '--threads <n>',
    'processor cores to use; all, but 8 at most, where not given',
  ).argParser(wholeNumber(1, 256));

export const outOption = (): Option =>
  new Option(
    '--out <file>',
    'where to write, by ending .csv, .tsv, .jsonl or .xlsx; - for JSON Lines on standard output',
  ).makeOptionMandatory();

/** @param role that the member must have, as `a steward`. */
export const memberOption = (role: string): Option =>
  new Option(
    '--as <member>',
    `id of the seat that acts: ${role} (athar organisation list)`,
  ).makeOptionMandatory();

export const urlOption = (): Option =>
  new Option('--url <address>', 'where the service is').default('http://127.0.0.1:3000');

export const ignoreUnknownOption = (): Option =>
  new Option('--ignore-unknown', 'go on where a list has columns that are not known');

export const allErrorsOption = (): Option =>
  new Option('--all-errors', 'name each bad row, also where very many are bad for the same reason');
