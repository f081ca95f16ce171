import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { freePort } from '@canar/test-programs';
import type { OptionalProgram } from './installed-program';

/** An S3-compatible server; Amazon's own and others are reached through `S3_TEST_ENDPOINT` instead. */
export const motoServer: OptionalProgram = {
  name: 'moto_server',
  install: "pip install 'moto[server]' (or set S3_TEST_ENDPOINT to an S3-compatible server)",
};

/** A running S3-compatible server. */
export interface TestS3 {
  endpoint: string;
  bucket: string;
  stop(): Promise<void>;
}

/**
 * Starts moto_server on a free port and waits until it answers.
 * @throws {Error} with what it said, when it does not start
 */
export async function startS3(): Promise<TestS3> {
  const port = await freePort();
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
    cwd: tmpdir(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  await listening(child);
  const endpoint = `http://127.0.0.1:${port}`;
  const bucket = 'test-files';
  const response = await fetch(`${endpoint}/${bucket}`, { method: 'PUT' });
  if (!response.ok) throw new Error(`moto_server created no bucket: ${response.status}`);
  return {
    endpoint,
    bucket,
    stop: async () => {
      process.removeListener('exit', killWithUs);
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Running on')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`moto_server ended: ${output.slice(-500)}`)));
  });
}
