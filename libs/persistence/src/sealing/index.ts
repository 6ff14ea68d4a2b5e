export { KeyMissing, RecoveryKeyRefused, RecoveryNotProved, SealBroken } from './errors.js';
export { KeyRing, MASTER_KEY, ensureDataKey } from './key-ring.js';
export { MasterKey } from './master-key.js';
export {
  exportRecoveryKey,
  proveRecoveryKey,
  recoverMasterKey,
  requireProvedRecovery,
} from './recovery.js';
export { Seal, type Place } from './seal.js';
