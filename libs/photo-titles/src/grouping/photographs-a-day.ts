/** The most photographs that the archive is known to hold of one day. */
export const ARCHIVE_MAXIMUM_A_DAY = 177;

export interface DayCount {
  /** EDTF as read: mostly a day. */
  date: string;
  photographs: number;
  /** More than the archive ever had on a day: dates or patterns may be wrong. */
  aboveMaximum: boolean;
}

/** How many photographs each date has, in order of dates; photographs without a date are left out. */
export function photographsADay(
  photographs: Iterable<{ date?: string }>,
  maximum: number = ARCHIVE_MAXIMUM_A_DAY,
): DayCount[] {
  const counts = new Map<string, number>();
  for (const { date } of photographs) {
    if (date !== undefined) counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, count]) => ({
      date,
      photographs: count,
      aboveMaximum: isDay(date) && count > maximum,
    }));
}

function isDay(date: string): boolean {
  return date.length === 10;
}
