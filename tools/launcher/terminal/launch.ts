import { LaunchError, StoppedError } from './launch.errors';
import { Lifetime } from './lifetime';
import { Progress } from './progress';

/** The context of every launcher program. */
export interface Launch {
  env: NodeJS.ProcessEnv;
  progress: Progress;
  lifetime: Lifetime;
}

/** npm forwards Ctrl+C although the terminal has sent it already: two signals within this time count as one. */
const SAME_KEYSTROKE_MS = 700;

/**
 * Runs a program that starts processes: stops them in order on Ctrl+C, SIGTERM or when the terminal closes, at once
 * on a second Ctrl+C, and prints in one sentence why it could not continue.
 * @param title printed first
 */
export async function launch(title: string, work: (launch: Launch) => Promise<void>): Promise<void> {
  const progress = new Progress(process.stdout);
  const lifetime = new Lifetime();
  obeySignals(progress, lifetime);
  progress.line(`\n${title}\n`);
  try {
    await work({ env: process.env, progress, lifetime });
  } catch (error) {
    if (!(error instanceof StoppedError) && !lifetime.signal.aborted) {
      tell(progress, error);
      process.exitCode = 1;
    }
  }
  await lifetime.end();
  process.exit();
}

function obeySignals(progress: Progress, lifetime: Lifetime): void {
  let first = 0;
  const stop = () => {
    if (first === 0) {
      first = performance.now();
      progress.line('\nStopping … (Ctrl+C again forces it)');
      void lifetime.end().then(() => {
        progress.line('Stopped.');
        process.exit();
      });
    } else if (performance.now() - first > SAME_KEYSTROKE_MS) {
      void lifetime.force().finally(() => process.exit(130));
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  onParentGone(stop);
}

/**
 * npm sends SIGTERM to the shell between npm and this process, which exits without forwarding it: a lost parent counts as
 * SIGTERM.
 */
function onParentGone(stop: () => void): void {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    stop();
  }, 500);
  look.unref();
}

function tell(progress: Progress, error: unknown): void {
  if (!(error instanceof LaunchError)) {
    progress.line(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return;
  }
  progress.line(`\n${error.message}`);
  for (const detail of error.details) progress.line(`    ${detail}`);
}
