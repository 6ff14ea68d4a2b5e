export { writeWhole } from './atomic-file.js';
export type { OutputColumn, OutputRow } from './column.js';
export { TABLE_ENCODINGS, type TableEncoding } from './encoding.js';
export { EncodingUnclear, EncodingUnknown, NotInEncoding, NotUtf8 } from './encoding-error.js';
export { withColumn } from './extended-table.js';
export { formatOf, TABLE_FORMATS, type TableFormat } from './format.js';
export { NotOfItsFormat } from './file-kind-error.js';
export { nearest } from './nearest.js';
export { listSheets, openTable, readRows } from './open-table.js';
export {
  type ByteSource,
  type ReadOptions,
  type RowProblem,
  type SheetInfo,
  type Table,
  type TableRow,
} from './table.js';
export {
  BadHeader,
  EmptyTable,
  NoRows,
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
export { writeRows } from './write-rows.js';
