import { BOUNDARY, DIGIT, LETTER } from '../text/characters.js';
import type { Folded } from '../text/folded.js';
import { parseDateFormats } from './date-format.js';
import type { FieldReader } from './field-reader.js';
import type { TitleField } from './fields.js';
import { PatternError } from './pattern-error.js';
import { edtfAt, readDate } from './read-date.js';
import { wordsReader } from './words-reader.js';

const LONGEST_NUMBER = 12;

/**
 * The reader of a field with its option.
 *
 * @param at place of the option in the pattern, for errors.
 * @throws PatternError
 */
export function fieldReader(field: TitleField, option: string, at: number): FieldReader {
  const told = option.trim().toLowerCase();
  switch (field) {
    case 'number':
    case 'sequence':
      return digitsReader(field, told, at);
    case 'date':
      return dateReader(option, at);
    case 'suffix':
      return refuseOption(told, at, suffixReader);
    case 'folder':
      return refuseOption(told, at, folderReader);
    default:
      return wordsReader(field, told, at);
  }
}

function refuseOption(option: string, at: number, reader: FieldReader): FieldReader {
  if (option !== '') throw new PatternError(at, 'no option for this field');
  return reader;
}

/** `{number}`: all digits that stand there; `{number:4}` or `{number:1-5}`: so many of them. */
function digitsReader(field: TitleField, option: string, at: number): FieldReader {
  const width = /^(\d{1,2})(?:\s*-\s*(\d{1,2}))?$/.exec(option);
  if (option !== '' && !width) throw new PatternError(at, 'a count of digits such as 4 or 1-5');
  const least = Number(width?.[1] ?? 1);
  const most = width ? Number(width[2] ?? least) : LONGEST_NUMBER;
  if (least < 1 || most < least || most > LONGEST_NUMBER) {
    throw new PatternError(at, `from 1 to ${LONGEST_NUMBER} digits`);
  }
  const end = (text: Folded, place: number) => {
    let behind = place;
    while (behind < place + most && text.kinds[behind] === DIGIT) behind += 1;
    if (!width && text.kinds[behind] === DIGIT) return -1;
    return behind - place < least ? -1 : behind;
  };
  const count = width ? ` of ${option} digits` : '';
  const value = (text: Folded, start: number, behind: number) => text.folded(start, behind);
  return { attempts: 1, expected: `${field}: a number${count}`, end, value };
}

function dateReader(option: string, at: number): FieldReader {
  const formats = parseDateFormats(option, at);
  const orders = formats.map((format) => format.text).join(' or ');
  return {
    attempts: formats.length,
    expected: `date: a day that exists, as ${orders}`,
    end: (text, place, attempt) => {
      const format = formats[attempt];
      return format ? readDate(text, place, format) : -1;
    },
    value: (text, start, _end, attempt) => {
      const format = formats[attempt];
      return format ? edtfAt(text, start, format) : '';
    },
  };
}

/** One letter that no other letter follows. */
const suffixReader: FieldReader = {
  attempts: 1,
  expected: 'suffix: one letter by itself',
  end: (text, place) =>
    text.kinds[place] === LETTER && text.kinds[place + 1] !== LETTER ? place + 1 : -1,
  value: (text, start, end) => text.folded(start, end),
};

/** The path up to the last boundary before the rest; the matcher tries the nearest folders first. */
const folderReader: FieldReader = {
  attempts: 8,
  expected: 'folder: the folder of the photograph',
  end: (text, place, attempt) => {
    let end = place;
    for (let folders = 0; ; folders += 1) {
      while (end < text.length && text.kinds[end] !== BOUNDARY) end += 1;
      if (end === text.length) return -1;
      if (folders === attempt) return end;
      end += 1;
    }
  },
};
