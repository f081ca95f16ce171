import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/**
 * Whether a process with this id runs and was started with the given words: after a reboot the id may belong to
 * another program.
 */
export async function isProcess(pid: number, words: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return (await commandLine(pid)).includes(words);
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
  }
  const [program, ...args] =
    process.platform === 'win32'
      ? ['wmic', 'process', 'where', `processid=${pid}`, 'get', 'commandline']
      : ['ps', '-o', 'command=', '-p', String(pid)];
  const listed = await promisify(execFile)(String(program), args).catch(() => null);
  return listed?.stdout ?? '';
}

/** Ends a process that is not a child: waits for it to exit, then sends SIGTERM, then SIGKILL. */
export async function endProcess(pid: number, words: string): Promise<void> {
  const gone = async (milliseconds: number) => {
    for (const deadline = Date.now() + milliseconds; Date.now() < deadline; await pause(50)) {
      if (!(await isProcess(pid, words))) return true;
    }
    return !(await isProcess(pid, words));
  };
  if (await gone(2000)) return;
  process.kill(pid, 'SIGTERM');
  if (await gone(10_000)) return;
  process.kill(pid, 'SIGKILL');
  await gone(2000);
}
