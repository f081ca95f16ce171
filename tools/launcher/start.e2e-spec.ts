import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs `npm start` as a person does in a terminal, on a temporary data folder. */
class Terminal {
  output = '';
  readonly exit: Promise<number | null>;
  private readonly launcher: ChildProcess;

  constructor(dataDir: string, env: NodeJS.ProcessEnv = {}, program: 'start' | 'seed' = 'start') {
    this.launcher = spawn(process.execPath, [join(__dirname, 'bin.cjs'), program], {
      env: { ...process.env, PORT: '0', CANAR_DATA_DIR: dataDir, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.exit = new Promise((ended) => this.launcher.once('close', (code) => ended(code)));
    this.launcher.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.output += text;
      this.launcher.emit('said');
    });
  }

  /** Waits until the product is up; returns its address. */
  async up(): Promise<string> {
    while (!this.output.includes('Ctrl+C stops it')) {
      const ended = await Promise.race([once(this.launcher, 'said'), this.exit.then(() => null)]);
      if (ended === null) throw new Error(`The launcher ended:\n${this.output}`);
    }
    return /Canar runs at {2}(\S+)/.exec(this.output)?.[1] ?? '';
  }

  /** A line "Label   value" of the printed summary. */
  value(label: string): string {
    return new RegExp(`${label}\\s+(\\S+)`).exec(this.output)?.[1] ?? '';
  }

  signal(signal: NodeJS.Signals): Promise<number | null> {
    this.launcher.kill(signal);
    return this.exit;
  }
}

const terminals: Terminal[] = [];
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'canar-launcher-'));
  await chmod(dataDir, 0o755);
});

afterEach(async () => {
  for (const terminal of terminals.splice(0)) await terminal.signal('SIGINT');
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

function start(env?: NodeJS.ProcessEnv): Terminal {
  const terminal = new Terminal(dataDir, env);
  terminals.push(terminal);
  return terminal;
}

async function signInStatus(terminal: Terminal, origin: string): Promise<number> {
  return (await signIn(terminal, origin)).status;
}

function signIn(terminal: Terminal, origin: string): Promise<Response> {
  return fetch(`${origin}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: terminal.value('Sign in as'), password: terminal.value('Password') }),
  });
}

async function balance(terminal: Terminal, origin: string): Promise<number> {
  const { accessToken } = (await (await signIn(terminal, origin)).json()) as { accessToken: string };
  const credits = await fetch(`${origin}/api/credits`, { headers: { authorization: `Bearer ${accessToken}` } });
  return ((await credits.json()) as { balance: number }).balance;
}

async function answers(origin: string): Promise<boolean> {
  return fetch(origin).then(
    () => true,
    () => false,
  );
}

async function apiProcess(): Promise<number> {
  return (JSON.parse(await readFile(join(dataDir, 'run.json'), 'utf8')) as { api: number }).api;
}

describe('npm start', () => {
  it('serves site and API on one port and prints how to sign in', async () => {
    const terminal = start();
    const origin = await terminal.up();
    const site = await fetch(origin, { headers: { accept: 'text/html' } });
    expect(site.status).toBe(200);
    expect(await site.text()).toContain('<html');
    expect((await fetch(`${origin}/api/health/ready`)).status).toBe(200);
    expect(await signInStatus(terminal, origin)).toBe(200);
  });

  it('fills the sample account; filling it again costs nothing', async () => {
    const terminal = start();
    const origin = await terminal.up();
    const seed = new Terminal(dataDir, {}, 'seed');
    expect(await seed.exit).toBe(0);
    const pages = [...seed.output.matchAll(/Published\s+(\S+)/g)].map(([, page]) => page ?? '');
    const answers = await Promise.all(pages.map((page) => fetch(page.replace('localhost', '127.0.0.1'))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await balance(terminal, origin)).toBe(500 - 4 * 5);
  });

  it('stops everything on Ctrl+C and finds its data at the next start', async () => {
    const first = start();
    const origin = await first.up();
    expect(await first.signal('SIGINT')).toBe(0);
    expect(first.output).toContain('Stopped.');
    expect(await answers(origin)).toBe(false);
    const second = start();
    expect(await signInStatus(second, await second.up())).toBe(200);
    expect(second.output).not.toContain('which was still running');
  });

  it('takes over the database that a killed launcher left running', async () => {
    const killed = start();
    const origin = await killed.up();
    await killed.signal('SIGKILL');
    const next = start({ PORT: new URL(origin).port });
    expect(await next.up()).toBe(origin);
    expect(next.output).toContain('which was still running');
    expect(await signInStatus(next, origin)).toBe(200);
  });

  it('exits with 1 and the reason when the API dies', async () => {
    const terminal = start();
    await terminal.up();
    process.kill(await apiProcess(), 'SIGKILL');
    expect(await terminal.exit).toBe(1);
    expect(terminal.output).toContain('The API has stopped');
  });

  it('rejects a second launcher on the same data folder', async () => {
    const first = start();
    const origin = await first.up();
    const second = start();
    expect(await second.exit).toBe(1);
    expect(second.output).toContain(`already runs on ${dataDir} at ${origin}`);
  });

  it('reports a port in use in one sentence', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const terminal = start({ PORT: String(port) });
    expect(await terminal.exit).toBe(1);
    expect(terminal.output).toContain(`Port ${port} is already in use`);
    server.close();
  });
});
