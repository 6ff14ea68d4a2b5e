export type { About } from './about.js';
export type { ArchiveOptions } from './archive/archive-options.js';
export { CIVIL_HEADERS, type CivilRecord, type CivilRow } from './archive/civil-records.js';
export { NAME_LIST_HEADERS, type ListedName, type NameListRow } from './archive/listed-names.js';
export {
  simulateArchive,
  type Archive,
  type ArchivedPrisoner,
} from './archive/simulate-archive.js';
export type { Manifest, PhotoTitle } from './archive/titles.js';
export {
  REGISTRY_COLUMNS,
  REPORT_COLUMNS,
  TRUTH_COLUMNS,
  type RegistryRow,
  type ReportRow,
  type TruthRow,
} from './columns.js';
export { DEFAULT_NOISE, type Noise } from './noise.js';
export { SimulationOptionsError, type SimulationOptions } from './options.js';
export { RELATIONSHIPS, type Relationship, type Relative } from './relative.js';
export {
  simulate,
  simulatePersons,
  type Simulated,
  type SimulatedEntry,
  type SimulatedReport,
  type Simulation,
  type SimulationStreams,
} from './simulate.js';
export {
  DEFAULT_TRADITIONS,
  TRADITIONS,
  type Manner,
  type Tradition,
  type TraditionShares,
} from './traditions.js';
