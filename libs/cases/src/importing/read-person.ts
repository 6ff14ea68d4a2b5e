import type {
  HeldNumber,
  IdentityPapers,
  MissingPerson,
  NameAlternative,
  PersonNames,
} from '../missing-person.js';
import { filled } from '../filled.js';
import { anyOf, untoldSource, type ReportCells } from './report-cells.js';
import { sexWords } from './word-lists.js';

/** Whom a row is about. */
export function readPerson(cells: ReportCells): MissingPerson {
  const others = cells.names('other_names', 200, 20);
  return filled({
    names: readNames(cells),
    alternatives: others?.map((name): NameAlternative => {
      return { names: { full: [name] }, source: untoldSource };
    }),
    papers: readPapers(cells),
    sex: cells.word('sex', sexWords),
    birthDate: cells.date('birth_date'),
    birthPlace: cells.text('birth_place', 300),
    home: anyOf({
      governorate: cells.choice('home_governorate', 'home_governorate_other', 300),
      place: cells.text('home_place', 300),
    }),
    marks: cells.list('marks', 500),
    detaineeNumber: cells.text('detainee_number', 60),
    otherNumbers: cells.list('other_numbers', 60, 20)?.map((value): HeldNumber => {
      return { value, source: untoldSource };
    }),
  });
}

function readNames(cells: ReportCells): PersonNames {
  const whole = [
    ...(cells.names('name_arabic', 200, 20) ?? []),
    ...(cells.names('name', 200, 20) ?? []),
  ];
  const arabic = whole.filter(isArabic);
  const full = [...new Set([...arabic, ...whole])];
  return filled({
    full: full.length > 0 ? full : undefined,
    given: cells.part('given_name'),
    secondGiven: cells.part('second_given_name'),
    father: cells.part('father_name'),
    grandfather: cells.part('grandfather_name'),
    family: cells.part('family_name'),
    mother: cells.part('mother_name'),
    motherFamily: cells.part('mother_family_name'),
    husband: cells.part('husband_name'),
    knownAs: cells.names('known_as', 200, 20),
  });
}

function readPapers(cells: ReportCells): IdentityPapers | undefined {
  return anyOf({
    registerPlace: cells.text('register_place', 300),
    registerNumber: cells.text('register_number', 60),
    nationalNumber: cells.text('national_number', 60),
  });
}

/** True where a name stands in Arabic letters. */
export function isArabic(text: string): boolean {
  return /\p{Script=Arabic}/u.test(text);
}
