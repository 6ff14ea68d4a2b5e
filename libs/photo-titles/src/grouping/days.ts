const day = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Days since 1970-01-01 of an EDTF day; undefined for a date less exact than a day. */
export function dayNumber(date: string): number | undefined {
  const parts = day.exec(date);
  if (!parts) return undefined;
  return Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / 86_400_000;
}
