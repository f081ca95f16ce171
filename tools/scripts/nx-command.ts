import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** The folder of the workspace. */
export const WORKSPACE = resolve(import.meta.dirname, '../..');

const SETTINGS = {
  NX_DAEMON: 'false',
  NX_ISOLATE_PLUGINS: 'false', // saves four processes per command
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NEXT_TELEMETRY_DISABLED: '1',
};

/** The result of an nx command. */
interface NxResult {
  /** Exit code; 1 when a signal ended it. */
  code: number;
  /** Its output, when collected. */
  output: string;
}

/** Options of an nx command. */
interface NxOptions {
  /** Receives output while it is collected. */
  onChunk?: (text: string) => void;
  /** Stops the command. */
  signal?: AbortSignal;
}

/**
 * Runs the workspace's nx without a daemon.
 * @param output `show` passes its output to the terminal, `collect` returns it
 */
export function runNx(
  args: readonly string[],
  output: 'show' | 'collect',
  { onChunk, signal }: NxOptions = {},
): Promise<NxResult> {
  return new Promise((answer, fail) => {
    const child = spawn(process.execPath, [nxProgram(), ...args], {
      cwd: WORKSPACE,
      env: { ...process.env, ...SETTINGS },
      stdio: output === 'show' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const stop = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', stop, { once: true });
    let said = '';
    const collect = (chunk: Buffer) => {
      said += chunk.toString('utf8');
      onChunk?.(chunk.toString('utf8'));
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', fail);
    child.on('close', (code) => {
      signal?.removeEventListener('abort', stop);
      answer({ code: code ?? 1, output: said });
    });
  });
}

function nxProgram(): string {
  const manifest = createRequire(import.meta.url).resolve('nx/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { nx: string } };
  return join(dirname(manifest), bin.nx);
}
