export { startWorker, type RunningWorker } from './start-worker.js';
export { WorkerModule, type WorkerOptions } from './worker.module.js';
