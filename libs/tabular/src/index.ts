export { writeWhole } from './atomic-file.js';
export type { CellValue, OutputColumn, OutputRow } from './column.js';
export { encodingOf, TABLE_ENCODINGS, type TableEncoding } from './encoding.js';
export { EncodingUnclear, EncodingUnknown, NotInEncoding, NotUtf8 } from './encoding-error.js';
export { withColumn, type ExtendedTable } from './extended-table.js';
export { formatOf, TABLE_FORMATS, type TableFormat } from './format.js';
export { nearest } from './nearest.js';
export { listSheets, openTable, readRows } from './open-table.js';
export {
  defaultLimits,
  type ByteSource,
  type ReadOptions,
  type RowProblem,
  type SheetInfo,
  type Table,
  type TableLimits,
  type TableRow,
} from './table.js';
export {
  BadHeader,
  EmptyTable,
  NoSuchHeaderRow,
  OutputClosed,
  UnknownTableFormat,
} from './table-error.js';
export {
  NoSuchSheet,
  NotAWorkbook,
  OldWorkbook,
  WorkbookEncrypted,
  WorkbookNotReadable,
  WorkbookTooLarge,
} from './workbook-error.js';
export { writeRows, type WriteOptions } from './write-rows.js';
