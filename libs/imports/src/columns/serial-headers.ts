import { foldWord } from './fold.js';

/**
 * Headers of the numbers that a list counts its rows with. They are other numbers in the next list, so
 * that no row is known by them: taken for a register's number, two persons would become one.
 */
const serials: readonly string[] = [
  ...['م', 'ت', 'تسلسل', 'مسلسل', 'متسلسل', 'رقم متسلسل', 'رقم تسلسلي', 'رقم مسلسل', 'رقم التسلسل'],
  ...['رقم اللائحة', 'رقم القائمة', 'رقم الصف', 'رقم السطر'],
  ...['#', 'no', 'nr', 'n°', 's.no', 's/n', 'sn', 'sl no', 'serial', 'serial no', 'serial number'],
  ...['list no', 'list number', 'row', 'row no', 'row number', 'line', 'line no', 'line number'],
  ...["numéro d'ordre", "n° d'ordre", 'numéro de ligne', 'sıra', 'sıra no', 'sıra numarası'],
];

const known: ReadonlySet<string> = new Set(serials.map(plain));

/** True for a header above a list's own counting, also as the field of `group / field`. */
export function isSerialHeader(header: string): boolean {
  return known.has(plain(header)) || known.has(plain(header.split(' / ').at(-1) ?? ''));
}

/** Folded, without articles and the points behind abbreviations. */
function plain(header: string): string {
  const words = foldWord(header.slice(0, 60)).replace(/[.:]+$/, '');
  return words
    .split(' ')
    .map((word) => word.replace(/^ال(?=..)/, ''))
    .join(' ');
}
