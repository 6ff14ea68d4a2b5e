import { RowCells } from '@athar/imports';
import type { RegistryColumn } from '../columns.js';
import type { RowCode } from './row-reasons.js';

/** The cells of one row of a registry. */
export class Cells extends RowCells<RegistryColumn, RowCode> {}
