import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { programPath } from '@canar/test-programs';

const workspace = resolve(__dirname, '../../..');
const readyLine = /Canar runs at\s+(http:\/\/\S+)/;

/** Starts the product as `npm start` does, on a free port with data of its own; gives what stops it again. */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (!programPath('chromium', process.env)) return async () => undefined;
  const data = await mkdtemp(join(tmpdir(), 'canar-walk-'));
  const launcher = spawn(process.execPath, ['tools/launcher/bin.cjs', 'start'], {
    cwd: workspace,
    env: { ...process.env, PORT: '0', CANAR_DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.env['CANAR_E2E_URL'] = await addressOf(launcher);
  return async () => {
    const ended = once(launcher, 'exit');
    launcher.kill('SIGTERM');
    await ended;
    await rm(data, { recursive: true, force: true });
  };
}

/** The address that the launcher prints once the product is ready. @throws {Error} with its output when it ends before */
function addressOf(launcher: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((found, failed) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const address = readyLine.exec(output)?.[1];
      if (address) found(address);
    };
    launcher.stdout?.on('data', hear);
    launcher.stderr?.on('data', hear);
    launcher.once('exit', (code) => failed(new Error(`The launcher ended with ${code}:\n${output}`)));
  });
}
