export { WorkFailed, type WorkFailure } from './work-failed';
export type { WorkerLimits } from './worker-child';
export { WorkerPool } from './worker-pool';
