/** What entries are made of: sources, their merge, and whose number is whose. */
export { EntryHistory } from './entry-history.js';
export { EntrySources } from './entry-sources.js';
export * from './errors.js';
export { fitsNumber } from './fits-number.js';
export { HandCorrections, type HandCorrection } from './hand-corrections.js';
export { mergeSources, type MergeableSource, type MergedEntry } from './merge-sources.js';
export { sameWindow } from './same-window.js';
export { sourceIdentity } from './source-row.js';
export * from './source.js';
export { requireUndoable, undoSources } from './undo-import.js';
