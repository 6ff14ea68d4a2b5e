/** What entries are made of: sources, their merge, and whose number is whose. */
export { EntrySources } from './entry-sources.js';
export * from './source.js';
