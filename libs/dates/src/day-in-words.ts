const months = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** A full day as it is said: `5 June 2013` for `2013-06-05`. */
export function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months.format(new Date(Date.UTC(2000, Number(month) - 1)))} ${year}`;
}
