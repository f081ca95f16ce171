// Preloaded into every child: lowers its priority, and ends it when one job takes too much processor time or memory. It runs in a
// separate thread, so that it also ends a job that blocks the event loop. Limits: the query of this module's address.
import { readdirSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const intervalMs = 50;
const lowerBy = 10; // a tenth of a core beside one busy thread: a job within its processor time ends within its minute

if (isMainThread) {
  const query = new URL(import.meta.url).searchParams;
  const limits = { cpuMs: Number(query.get('cpuMs')), rssBytes: Number(query.get('rssBytes')) };
  const watchdog = new Worker(new URL(import.meta.url), { workerData: { watchdog: limits }, execArgv: [], env: {} });
  watchdog.unref();
  process.once('message', lowerPriority); // the start keeps its priority, because jobs wait for it
  process.on('message', () => watchdog.postMessage('a job begins'));
} else if (workerData?.watchdog) {
  const { cpuMs, rssBytes } = workerData.watchdog;
  /** @type {NodeJS.CpuUsage | null} */
  let begun = null;
  parentPort?.on('message', () => (begun = process.cpuUsage()));
  setInterval(() => {
    if (process.memoryUsage.rss() > rssBytes) process.kill(process.pid, 'SIGKILL');
    if (begun === null) return;
    const { user, system } = process.cpuUsage(begun);
    if ((user + system) / 1000 > cpuMs) process.kill(process.pid, 'SIGXCPU');
  }, intervalMs);
}

/** Lowers the priority of every thread: on Linux each has its own, and those of garbage collection do a large part of the work. */
function lowerPriority() {
  const priority = Math.min(19, getPriority() + lowerBy);
  for (const thread of threads()) {
    try {
      setPriority(thread, priority);
    } catch {
      // The thread has ended meanwhile.
    }
  }
}

/** The ids of the running threads; only that of the process where threads share its priority. */
function threads() {
  if (process.platform !== 'linux') return [0];
  return readdirSync('/proc/self/task').map(Number);
}
