import { withAsides } from './asides.js';
import { partsInCapitals } from './capitals.js';
import { readWords, type Reading, type Word } from './read-words.js';
import { LINE, readingsOf, rolesOf, type Roles } from './roles.js';
import { spellText, type SpelledWord } from './spelling.js';
import { remembered } from './remembered.js';
import { tokenOf } from './tokens.js';
import {
  NAME_ROLES,
  type NameField,
  type NameParts,
  type NameRole,
  type NameToken,
  type ParsedName,
} from './types.js';
import { NO_NAMES } from './words.js';

/**
 * More words than this are not read of one text, which is a whole name or one field of a form: a comparison
 * aligns every token with every other.
 */
export const MAX_WORDS = 16;

/** The written words of a text that are read; none where it says that there is no name. */
export function wordsToRead(text: string): readonly SpelledWord[] {
  const { normalised, words } = spellText(text);
  if (NO_NAMES.has(normalised)) return [];
  const marked = withAsides(text, words);
  return marked.length > MAX_WORDS ? marked.slice(0, MAX_WORDS) : marked;
}

function wordsOf(text: string, field: NameRole | null): readonly Word[] {
  return readWords(wordsToRead(text), field).words;
}

function toTokens(words: readonly Word[], { ofWord }: Roles): NameToken[] {
  return words.map((word, at) => tokenOf(word, ofWord[at] ?? []));
}

/** What is read of one field of a form. */
interface ReadField {
  readonly normalised: string;
  readonly words: readonly Word[];
}

const MOST_FIELDS = 2 ** 14;

function readerOf(role: NameRole): (text: string) => ReadField {
  return remembered((text) => {
    const { normalised } = spellText(text);
    return { normalised, words: wordsOf(text, role) };
  }, MOST_FIELDS);
}

/** The fields of a form in their order, each called by the role that it has, with what reads it. */
const FIELDS = NAME_ROLES.map((role) => ({ role, read: readerOf(role) }));

/** Forms have few shapes: see `readingsOf`. */
const rolesOfFields = remembered((roles) => rolesOf([roles.split(' ') as NameRole[]]), 2 ** 12);

function parseParts(parts: NameParts): ParsedName {
  const words: Word[] = [];
  const roles: NameRole[] = [];
  const texts: string[] = [];
  const normalised: string[] = [];
  const fields: NameField[] = [];
  let start = 0;
  for (const { role, read } of FIELDS) {
    const text = parts[role] ?? '';
    if (text.trim() === '') continue;
    const field = read(text);
    texts.push(text);
    if (field.normalised !== '') normalised.push(field.normalised);
    fields.push({ role, start, end: start + text.length });
    start += text.length + 1;
    for (const word of field.words) {
      words.push(word);
      roles.push(role);
    }
  }
  const known = words.length === 0 ? rolesOf([[]]) : rolesOfFields(roles.join(' '));
  return {
    original: texts.join(' '),
    normalised: normalised.join(' '),
    tokens: toTokens(words, known),
    explicit: true,
    readings: known.readings,
    fields,
  };
}

/** Halabi, Nizar: one name, a comma, and the others. */
const FAMILY_FIRST = /^([^,،]+)[,،]([^,،]+)$/u;

/** The roles of a name whose family stands first, set off by a comma; null of any other. */
function rolesAfterComma(text: string, words: readonly Word[]): Roles | null {
  const [, first = '', rest = ''] = FAMILY_FIRST.exec(text) ?? [];
  if (first === '' || words.length < 2 || wordsOf(first, null).length !== 1) return null;
  // A kunya before the comma is no family's name.
  if (words[0]?.head === 'abu' || words[0]?.head === 'umm') return null;
  const others = wordsOf(rest, null);
  return others.length === words.length - 1 ? rolesBeside(others, 0, 1) : null;
}

/** The roles of a name in which `count` parts before the other in place `first` are the family's name. */
function rolesBeside(others: readonly Word[], first: number, count: number): Roles {
  const family = Array.from({ length: count }, (): NameRole => 'family');
  const readings = readingsOf(others).readings.map((reading): NameRole[] => {
    const line = reading.map((role, at) =>
      role === 'family' ? (LINE[at] ?? 'grandfather') : role,
    );
    return [...line.slice(0, first), ...family, ...line.slice(first)];
  });
  return rolesOf(readings);
}

/** The roles of a name whose family is written in capitals; null of any other. */
function rolesOfCapitals(text: string, { words, parts }: Reading): Roles | null {
  const found = partsInCapitals(text, words, parts);
  if (found === null) return null;
  const { first, count } = found;
  const others = words.filter((_, at) => at < first || at >= first + count);
  return rolesBeside(others, first, count);
}

/**
 * Reads a name as one string, or as the fields of a form. A string's roles come from positions, with
 * several readings where the form allows several; a form's from its fields. Any Unicode string is
 * read without error, in time bounded by `MAX_NAME_LENGTH`; a text that names nobody has no tokens.
 */
export function parseName(input: string | NameParts): ParsedName {
  if (typeof input !== 'string') return parseParts(input);
  const reading = readWords(wordsToRead(input), null);
  const { words } = reading;
  const known =
    rolesAfterComma(input, words) ?? rolesOfCapitals(input, reading) ?? readingsOf(words);
  return {
    original: input,
    normalised: spellText(input).normalised,
    tokens: toTokens(words, known),
    explicit: false,
    readings: known.readings,
  };
}
