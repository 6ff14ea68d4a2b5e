export { claimDataFolder, type DataFolder } from './data-folder.js';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.js';
export {
  BinariesUnusable,
  DataFolderDamaged,
  DataFolderInUse,
  DataFolderNotOurs,
  DataFolderNotWritable,
  DataFolderVersion,
  LeftoverServerRunning,
  PostgresSetupFailed,
  PostgresStartFailed,
  ServerUserMissing,
} from './errors.js';
