export {
  InvalidCursor,
  agePageOf,
  agePlaceOf,
  type AgePlace,
  type Page,
  type PageRequest,
} from './age-page.js';
export { Database, MATCHER } from './database.js';
export { SchemaMismatch, migrateDown, migrateUp, requireMigrated } from './migrate.js';
export { withOwner } from './owner.js';
export {
  PERSISTENCE_OPTIONS,
  PersistenceModule,
  type PersistenceOptions,
} from './persistence.module.js';
export { provision, type Provisioning } from './roles/provision.js';
export { QUEUE_SCHEMA, SCHEMA, roleNames, type RoleName } from './roles/role-names.js';
export * from './sealing/index.js';
export * from './embedded/index.js';
export {
  openStorage,
  secretsFolder,
  type OpenStorageOptions,
  type Storage,
} from './storage/storage.js';
