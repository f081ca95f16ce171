import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A running double of Google. */
export interface GoogleDouble {
  issuer: string;
  /** What the provider states of a subject. */
  account(sub: string, claims: { email: string; email_verified: boolean; name?: string }): Promise<void>;
  /** Alters the next answer of the token endpoint: its status, claims signed again, or claims with the signature of before. */
  fail(fault: { status?: number; claims?: object; forged?: object }): Promise<void>;
  stop(): Promise<void>;
}

/** The client that the doubles know. */
export const client = { id: 'canar-client', secret: 'secret of canar', redirectTo: 'http://localhost/sign-in' };

/** Starts the provider in a process of its own. */
export async function startGoogle(): Promise<GoogleDouble> {
  const program = join(__dirname, 'google-server.mjs');
  const child = spawn(process.execPath, [program, client.id, client.secret, `${client.redirectTo}/google/`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const issuer = line.toString().trim();
  const control = async (body: object) => {
    await fetch(`${issuer}/control`, { method: 'POST', body: JSON.stringify(body) });
  };
  return {
    issuer,
    account: (sub, claims) => control({ sub, claims }),
    fail: (fault) => control({ fault }),
    stop: async () => {
      process.removeListener('exit', killWithUs);
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
