import { foldNumber, numberText } from '../numbers/folded-number.js';
import { foldName } from './fold-name.js';
import { nameText, type Reading } from './reading.js';

/**
 * True where two people read the same: name, mother's name, by-names and numbers, whichever way they
 * are spelled and divided. That both could read nothing is agreement too.
 */
export function agree(one: Reading, other: Reading): boolean {
  const [first, second] = [comparable(one), comparable(other)];
  return first.every((text, at) => text === second[at]);
}

/** True where both divide the name alike, as far as both divide it. */
export function divideAlike({ names: one }: Reading, { names: other }: Reading): boolean {
  const parts = ['given', 'father', 'grandfather', 'family'] as const;
  return parts.every((part) => foldName(one[part] ?? '') === foldName(other[part] ?? ''));
}

function comparable({ names, numbers }: Reading): string[] {
  return [
    foldName(nameText(names)),
    foldName(names.mother ?? ''),
    listed((names.knownAs ?? []).map(foldName)),
    listed(numbers.map(({ value }) => textOf(value))),
  ];
}

function textOf(value: string): string {
  const number = foldNumber(value);
  return number === null ? foldName(value) : numberText(number);
}

function listed(items: readonly string[]): string {
  return [...new Set(items)].sort().join('\n');
}
