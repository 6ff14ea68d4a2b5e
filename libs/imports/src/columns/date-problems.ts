import { dayInWords, type DateOrder } from '@athar/dates';

const orderOf: Readonly<Record<DateOrder, string>> = {
  dmy: 'day, month, year',
  mdy: 'month, day, year',
  ymd: 'year, month, day',
};

/**
 * What is told of a date of which it is not sure which number is the month: the very forms to write.
 *
 * @param days that it may mean, at least one. @param order that the file was said to have.
 */
export function unclearDate(
  days: readonly string[],
  order: DateOrder | undefined,
): { expected: string; fix: string } {
  const forms = days.map((day) => `${day} for ${dayInWords(day)}`).join(', or ');
  const way =
    order === undefined
      ? 'or say in which order the file has day and month (dateOrder): dmy or mdy'
      : `or correct the order of the dates, which was told to be ${orderOf[order]} (dateOrder)`;
  return { expected: `one of: ${days.join(', ')}`, fix: `Write ${forms}; ${way}.` };
}
