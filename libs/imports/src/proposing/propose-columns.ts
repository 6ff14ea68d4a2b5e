import { nearest } from '@athar/tabular';
import type { HeaderWords } from '../columns/header-words.js';
import { FormHeaders } from '../columns/form-headers.js';
import { isSerialHeader } from '../columns/serial-headers.js';
import { isReasonsHeader } from '../reasons/reasons-column.js';

/**
 * How sure a proposal is. What is certain is used without being asked; what is likely where a person
 * says so of all of it; a guess only where she says so of this very header.
 */
export const sureness = ['certain', 'likely', 'guess', 'unknown'] as const;
export type Sureness = (typeof sureness)[number];

/**
 * Why: a saved mapping says so; the header is a known name letter for letter (`exact`) or but for
 * marks and spelling (`folded`); the field of a header like `group/field` is (`group`); it is without
 * brackets, articles and little words (`loose`); it is near a known name (`nearest`). `reasons` is the
 * column that an earlier refusal added, `form` what the export of a form adds to its answers, `serial`
 * the number that a list counts its rows with, `doubled` a header whose column a surer one has.
 */
export const proposalReasons = [
  'saved',
  'exact',
  'folded',
  'group',
  'loose',
  'nearest',
  'reasons',
  'form',
  'serial',
  'doubled',
  'unknown',
] as const;
export type ProposalReason = (typeof proposalReasons)[number];

/** What a header most likely stands for. */
export interface ProposedColumn {
  header: string;
  /** Null where nothing is proposed: the column would be left out. */
  column: string | null;
  sure: Sureness;
  why: ProposalReason;
}

interface Guess {
  column: string;
  sure: Exclude<Sureness, 'unknown'>;
  why: ProposalReason;
}

const order: readonly ProposalReason[] = proposalReasons;

/**
 * Proposes a column for each header; no column twice.
 *
 * @param saved header to column of a saved mapping; empty text leaves a column out.
 */
export function proposeColumns(
  headers: readonly string[],
  words: HeaderWords,
  saved: Readonly<Record<string, string>> = {},
): ProposedColumn[] {
  const beside = words.unambiguous(headers);
  const likely = likelyBeside(headers, words, beside);
  const kept = (header: string) => (Object.hasOwn(saved, header) ? saved[header] : undefined);
  const form = new FormHeaders(
    headers,
    words,
    (header) => kept(header) ?? words.certain(header, beside),
  );
  const meanings = headers.map((header) =>
    kept(header) === undefined ? form.meaningOf(header) : undefined,
  );
  const guesses = headers.map((header, at): Guess | undefined => {
    const meaning = meanings[at];
    if (meaning === undefined) return guessOf(header, words, { certain: beside, likely }, saved);
    const column = meaning.kind === 'identity' ? meaning.column : '';
    return { column, sure: 'certain', why: 'form' };
  });
  const ranked = guesses
    .map((guess, index) => ({ guess, index }))
    .sort((a, b) => rankOf(a.guess) - rankOf(b.guess) || a.index - b.index);
  const holder = new Map<string, number>();
  for (const { guess, index } of ranked) {
    if (guess && guess.column !== '' && !holder.has(guess.column)) holder.set(guess.column, index);
  }
  return headers.map((header, index): ProposedColumn => {
    if (isReasonsHeader(header)) return { header, column: null, sure: 'certain', why: 'reasons' };
    const guess = guesses[index];
    if (!guess) return { header, column: null, sure: 'unknown', why: 'unknown' };
    if (guess.column === '') return { header, column: null, sure: guess.sure, why: guess.why };
    if (holder.get(guess.column) !== index) {
      return { header, column: null, sure: 'unknown', why: 'doubled' };
    }
    return { header, ...guess };
  });
}

function rankOf(guess: Guess | undefined): number {
  return guess ? order.indexOf(guess.why) : order.length;
}

/** Columns of the other headers: those that they mean for certain, and with those that they likely mean. */
interface Beside {
  certain: ReadonlySet<string>;
  likely: ReadonlySet<string>;
}

/** With the columns of headers like `group / field` and of those with brackets and little words. */
function likelyBeside(
  headers: readonly string[],
  words: HeaderWords,
  certain: ReadonlySet<string>,
): Set<string> {
  const fields = words.unambiguous(headers.flatMap((header) => header.split('/').at(-1) ?? []));
  const loose = headers.flatMap((header) => words.likely(header) ?? []);
  return new Set([...certain, ...fields, ...loose]);
}

function guessOf(
  header: string,
  words: HeaderWords,
  beside: Beside,
  saved: Readonly<Record<string, string>>,
): Guess | undefined {
  const kept = Object.hasOwn(saved, header) ? saved[header] : undefined;
  if (kept !== undefined) return { column: kept, sure: 'certain', why: 'saved' };
  const certain = words.certain(header, beside.certain);
  if (certain !== undefined) {
    const why = words.isExact(header) ? 'exact' : 'folded';
    const column = words.certain(header, beside.likely) ?? certain;
    return { column, sure: column === certain ? 'certain' : 'likely', why };
  }
  if (isSerialHeader(header)) return { column: '', sure: 'likely', why: 'serial' };
  return (
    ofGroup(header, words, beside.likely) ?? looselyOf(header, words) ?? nearestOf(header, words)
  );
}

/** Forms name their questions `group/field`: `mother/name` as a whole, else `name` alone. */
function ofGroup(
  header: string,
  words: HeaderWords,
  beside: ReadonlySet<string>,
): Guess | undefined {
  const parts = header.split('/').map((part) => part.trim());
  if (parts.length < 2) return undefined;
  const column =
    words.certain(parts.join(' '), beside) ??
    words.certain(parts.slice(-2).join(' '), beside) ??
    words.certain(parts.at(-1) ?? '', beside);
  return column === undefined ? undefined : { column, sure: 'likely', why: 'group' };
}

function looselyOf(header: string, words: HeaderWords): Guess | undefined {
  const column = words.likely(header);
  return column === undefined ? undefined : { column, sure: 'likely', why: 'loose' };
}

function nearestOf(header: string, words: HeaderWords): Guess | undefined {
  const word = nearest(header, words.known);
  const column = word === undefined ? undefined : words.certain(word, new Set());
  return column === undefined ? undefined : { column, sure: 'guess', why: 'nearest' };
}
