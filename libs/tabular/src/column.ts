/** A cell to be written. */
export type CellValue = string | number | null;

/** A row to be written: column name to value; columns without a value become empty cells. */
export type OutputRow = Readonly<Record<string, CellValue | undefined>>;

/** A column to be written; numbers in it get a fixed count of decimals where one is given. */
export interface OutputColumn {
  /** Under which rows have its values. */
  name: string;
  /** What stands above it in the file, where that is not the name; JSON Lines have the name. */
  header?: string;
  /** 0 to 20. */
  decimals?: number;
}

/** The text of a cell; a number without exponent, with the column's decimals. */
export function textOfCell(value: CellValue | undefined, column: OutputColumn): string {
  if (typeof value !== 'number') return value ?? '';
  return column.decimals === undefined ? String(value) : value.toFixed(column.decimals);
}
