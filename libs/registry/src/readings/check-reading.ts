import type { Problem } from '@athar/diagnostics';
import { isNoName, nameAdvice, nameFlaw } from '@athar/imports';
import { filled } from '../filled.js';
import { foldNumber } from '../numbers/folded-number.js';
import { InvalidReading } from './errors.js';
import type { ReadNames, Reading } from './reading.js';

/**
 * The reading as it is kept: trimmed, without empty texts and without what stands where no name is
 * known (مجهول الهوية).
 *
 * @throws InvalidReading
 */
export function checkedReading({ names, numbers, confidence, note }: Reading): Reading {
  const problems: Problem[] = [...confidenceProblems(confidence), ...nameProblems(names)];
  numbers.forEach(({ value }, at) => {
    if (foldNumber(value) !== null) return;
    problems.push({
      field: `/numbers/${at}/value`,
      code: 'number-without-digits',
      expected: 'at least one digit',
      fix: 'Write the number as it stands there; what is no number goes to the note.',
    });
  });
  if (problems.length > 0) throw new InvalidReading(problems);
  const kept = { names: namesOf(names), confidence, note: textOf(note) };
  return filled({
    ...kept,
    numbers: numbers.map(({ value, readOn }) => filled({ value, readOn })),
  });
}

/** @throws InvalidReading */
export function checkConfidence(confidence: number): void {
  const problems = confidenceProblems(confidence);
  if (problems.length > 0) throw new InvalidReading(problems);
}

function confidenceProblems(confidence: number): Problem[] {
  if (confidence >= 0 && confidence <= 1) return [];
  const expected = 'a number from 0 to 1';
  return [{ field: '/confidence', code: 'bad-number', expected, fix: `Give ${expected}.` }];
}

function nameProblems(names: ReadNames): Problem[] {
  return Object.entries(names).flatMap(([part, read]: [string, ReadNames[keyof ReadNames]]) => {
    const code = [read ?? []]
      .flat()
      .map(nameFlaw)
      .find((flaw) => flaw !== undefined);
    return code === undefined ? [] : [{ field: `/names/${part}`, code, ...nameAdvice[code] }];
  });
}

function namesOf({ knownAs, ...parts }: ReadNames): ReadNames {
  const byNames = (knownAs ?? []).map(nameOf).filter((name) => name !== undefined);
  const read = Object.entries(parts).map(([part, name]) => [part, nameOf(name)]);
  return filled({
    ...(Object.fromEntries(read) as ReadNames),
    knownAs: byNames.length > 0 ? byNames : undefined,
  });
}

function nameOf(name: string | undefined): string | undefined {
  const text = textOf(name);
  return text === undefined || isNoName(text) ? undefined : text;
}

function textOf(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
