import type { ColumnVocabulary } from '@athar/imports';
import { REGISTRY_COLUMNS } from '../columns.js';
import words from './column-words.json' with { type: 'json' };

/** The registry's columns and what the world calls them. */
export const columnVocabulary: ColumnVocabulary = { columns: REGISTRY_COLUMNS, ...words };
