export type { CellValue, OutputColumn, OutputRow } from './column.js';
export { formatOf, TABLE_FORMATS, type TableFormat } from './format.js';
export { nearest } from './nearest.js';
export { openTable, readRows } from './open-table.js';
export {
  defaultLimits,
  type ByteSource,
  type RowProblem,
  type Table,
  type TableLimits,
  type TableRow,
} from './table.js';
export {
  BadHeader,
  EmptyTable,
  NotUtf8,
  UnknownTableFormat,
  WorkbookNotReadable,
  WorkbookTooLarge,
} from './table-error.js';
export { writeWhole } from './atomic-file.js';
export { writeRows, type WriteOptions } from './write-rows.js';
