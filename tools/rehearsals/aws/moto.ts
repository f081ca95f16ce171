import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@canar/test-programs';

const TIMEOUT_MS = 60_000;
/** The messages of a shell, and of pyenv's shim, for a missing program. */
const NOT_FOUND = 127;

/** moto, an emulation of AWS on this machine that stores everything in memory. */
export class Moto {
  private failures: string[] = [];

  private constructor(
    private readonly server: ChildProcess,
    /** CloudFormation finds a template's bucket in moto only under this name, not under 127.0.0.1. */
    readonly endpoint: string,
  ) {}

  /**
   * Starts it on a free port.
   * @param more variables of its own
   * @returns null when moto_server is not installed
   * @throws Error when it does not answer within a minute
   */
  static async start(more: Record<string, string> = {}): Promise<Moto | null> {
    const port = await freePort();
    const server = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...more },
    });
    const missing = new Promise<true>((answer) => {
      server.once('error', () => answer(true));
      server.once('exit', (code) => code === NOT_FOUND && answer(true));
    });
    const moto = new Moto(server, `http://localhost:${port}`);
    moto.listen();
    const up = await Promise.race([missing.then(() => null), moto.answers()]);
    if (up === false) {
      await moto.stop();
      throw new Error('moto_server does not answer.');
    }
    return up === null ? null : moto;
  }

  /** Failures of moto itself since it started: location and error of each Python traceback. */
  get ownFailures(): readonly string[] {
    return this.failures;
  }

  /** Ends the process that `start` began. */
  async stop(): Promise<void> {
    if (this.server.exitCode !== null || this.server.signalCode !== null || this.server.pid === undefined) return;
    const left = once(this.server, 'exit');
    this.server.kill();
    await left;
  }

  /** The logical ids of a deployed stack. */
  async resourcesOf(stackName: string): Promise<string[]> {
    const listed = await this.cloudFormation('DescribeStackResources', stackName);
    return [...listed.matchAll(/<LogicalResourceId>([^<]+)</g)].map(([, id]) => String(id));
  }

  /** The names of a stack's buckets. */
  async bucketsOf(stackName: string): Promise<string[]> {
    const listed = await this.cloudFormation('ListStackResources', stackName);
    const resources = listed.split('</member>').filter((text) => text.includes('>AWS::S3::Bucket<'));
    return resources.flatMap((text) => /<PhysicalResourceId>([^<]+)</.exec(text)?.[1] ?? []);
  }

  /**
   * What CloudFormation says of a stack, as XML.
   * @throws Error when it is not known, or the call fails
   */
  async cloudFormation(Action: string, StackName: string): Promise<string> {
    const answer = await fetch(this.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: 'AWS4-HMAC-SHA256 Credential=rehearsal/20260101/us-east-1/cloudformation/aws4_request',
      },
      body: new URLSearchParams({ Action, StackName, Version: '2010-05-15' }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`moto fails at ${Action} of ${StackName}: ${text}`);
    return text;
  }

  private listen(): void {
    let place = '';
    const lines = createInterface({ input: this.server.stderr ?? Readable.from([]) });
    lines.on('line', (line) => {
      if (line.startsWith('  File ')) place = line.trim();
      if (/^\w*(Error|Exception)\b/.test(line)) this.failures = [...new Set([...this.failures, `${line} (${place})`])];
    });
  }

  private async answers(): Promise<boolean> {
    for (const deadline = Date.now() + TIMEOUT_MS; Date.now() < deadline; await pause(200)) {
      if (this.server.exitCode !== null) return false;
      const answer = await fetch(`${this.endpoint}/moto-api/data.json`).catch(() => null);
      if (answer?.ok) return true;
    }
    return false;
  }
}
