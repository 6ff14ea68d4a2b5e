import type { RegistryColumn } from '../columns.js';
import type { EntryDocument, EntryNames, Transcription } from '../entry-document.js';

/** The cells of one exported entry; columns of which nothing is known are left out. */
export type EntryCells = Partial<Record<RegistryColumn, string | number | undefined>>;

/**
 * An entry as a row that can be imported again. What nobody has confirmed yet is left out, since the
 * row would come back as a statement; lists stand between semicolons.
 *
 * @param collection its title.
 */
export function entryCells(document: EntryDocument, collection: string): EntryCells {
  const { sourceId, civil, age } = document;
  return {
    id: sourceId,
    ...nameCells(document.names),
    sex: document.sex,
    age: age === undefined || age.unit === 'years' ? age?.value : `${age.value} days`,
    birth_date: document.birthDate,
    home_governorate: document.homeGovernorate,
    home_place: document.homePlace,
    ...numberCells(document),
    branch: document.branch,
    hospital: document.hospital,
    photo_dates: listed(document.photoDates),
    collection,
    marks: listed(document.marks),
    category: document.category,
    state: document.state,
    images: listed(document.images),
    remarks: document.remarks,
    register_place: civil?.registerPlace,
    register_number: civil?.registerNumber,
    registered_on: civil?.registeredOn,
    died_on: civil?.diedOn,
    stated_cause: civil?.statedCause,
  };
}

function nameCells(names: EntryNames): EntryCells {
  const read = (names.transcribed ?? []).filter((one) => one.unconfirmed === undefined);
  const reading = names.asWritten === undefined ? soleReading(read) : undefined;
  return {
    name: listed(read.map((one) => one.text)),
    name_arabic: listed(names.asWritten),
    given_name: names.given,
    father_name: names.father,
    grandfather_name: names.grandfather,
    family_name: names.family,
    mother_name: names.mother,
    known_as: listed(names.knownAs),
    reader: reading?.reader,
    confidence: reading?.confidence,
  };
}

/** A row has one reader for all its names: told only where one answers for all of them. */
function soleReading(read: readonly Transcription[]): Transcription | undefined {
  const [first, ...others] = read;
  const same = others.every(
    (one) => one.reader === first?.reader && one.confidence === first?.confidence,
  );
  return same ? first : undefined;
}

function numberCells({ numbers }: EntryDocument): EntryCells {
  const [first, ...others] = numbers.filter((one) => one.unconfirmed === undefined);
  return {
    detainee_number: first?.value,
    number_read_on: first?.readOn,
    other_numbers: listed(others.map((one) => one.value)),
  };
}

/** A semicolon within an item would part it when it comes back. */
function listed(items: readonly string[] | undefined): string | undefined {
  if (items === undefined || items.length === 0) return undefined;
  return items.map((item) => item.replace(/[;؛]/g, ',')).join('; ');
}
