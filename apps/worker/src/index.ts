export { startWorker, type RunningWorker } from './start-worker.js';
export type { WorkerOptions } from './worker.module.js';
