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
  type SimulatedEntry,
  type SimulatedReport,
  type Simulation,
  type SimulationStreams,
} from './simulate.js';
