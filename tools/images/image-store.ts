import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The executable of buildah, and of the copies of itself that it keeps in memory. */
const BUILDAH = /\/(memfd:)?buildah[^/]*$/;

interface ImageConfig {
  readonly User?: string;
  readonly Cmd: readonly string[];
  readonly Healthcheck: { readonly Test: readonly [string, ...string[]] };
}

/** A program that runs in a container. */
export interface Running {
  /** Whether the image's own health check passes now. */
  isHealthy(): boolean;
  /**
   * Sends the signal to the program and waits until it has ended.
   * @param patience milliseconds after which it is killed
   * @throws {Error} when it had to be killed
   */
  stop(signal: NodeJS.Signals, patience: number): Promise<void>;
  /** The account that the program runs under. */
  readonly user: string;
}

/** Images built and run by buildah, in a folder of their own. Containers share the machine's network. */
export class ImageStore {
  private readonly place: readonly string[];

  constructor(folder: string) {
    this.place = ['--root', `${folder}/store`, '--runroot', `${folder}/run`];
  }

  /** Builds a Dockerfile; `--format docker` keeps its health check. */
  build(dockerfile: string, name: string, values: Record<string, string>): void {
    const openFiles = execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim();
    const limit = `nofile=${openFiles}:${openFiles}`;
    const given = Object.entries(values).flatMap(([key, value]) => ['--build-arg', `${key}=${value}`]);
    const how = [
      '--isolation',
      'chroot',
      '--format',
      'docker',
      '--pull-never',
      '--layers',
      '--ulimit',
      limit,
      ...given,
    ];
    this.buildah(['bud', ...how, '--tag', name, '--file', dockerfile, '.'], 'inherit');
  }

  /** Runs a command of an image to its end. */
  runOnce(image: string, command: readonly string[], environment: Record<string, string>): void {
    const container = this.buildah(['from', '--pull-never', image]).trim();
    try {
      this.buildah(['run', '--isolation', 'chroot', ...variables(environment), container, '--', ...command], 'inherit');
    } finally {
      this.buildah(['rm', container]);
    }
  }

  /** Starts what the image starts. */
  start(image: string, environment: Record<string, string>): Running {
    const { User: user = 'root', Cmd, Healthcheck } = this.configOf(image);
    const container = this.buildah(['from', '--pull-never', image]).trim();
    const inside = ['run', '--isolation', 'chroot', ...variables(environment), container, '--'];
    const child = spawn('buildah', [...this.place, ...inside, ...Cmd], { stdio: 'inherit' });
    return {
      user,
      isHealthy: () => this.passes([...inside, ...healthCommand(Healthcheck.Test)]),
      stop: async (signal, patience) => {
        const obeyed = await end(child, signal, patience);
        this.buildah(['rm', container]);
        if (!obeyed) throw new Error(`${image} does not stop on ${signal}.`);
      },
    };
  }

  private configOf(image: string): ImageConfig {
    const { Docker } = JSON.parse(this.buildah(['inspect', '--type', 'image', image])) as {
      Docker: { config: ImageConfig };
    };
    return Docker.config;
  }

  private passes(args: readonly string[]): boolean {
    try {
      this.buildah(args);
      return true;
    } catch {
      return false;
    }
  }

  private buildah(args: readonly string[], output: 'pipe' | 'inherit' = 'pipe'): string {
    const stdio = ['ignore', output, output] as const;
    return String(execFileSync('buildah', [...this.place, ...args], { stdio: [...stdio], encoding: 'utf8' }) ?? '');
  }
}

/** Ends a program by the signal, or by SIGKILL when it does not obey in time; answers whether it obeyed. */
async function end(child: ChildProcess, signal: NodeJS.Signals, patience: number): Promise<boolean> {
  if (child.exitCode !== null) return true;
  const ended = once(child, 'exit');
  for (const pid of programsUnder(child.pid ?? 0)) process.kill(pid, signal);
  const timer = setTimeout(
    () => programsUnder(child.pid ?? 0).forEach((pid) => process.kill(pid, 'SIGKILL')),
    patience,
  );
  const asked = Date.now();
  await ended;
  clearTimeout(timer);
  return Date.now() - asked < patience;
}

function variables(environment: Record<string, string>): string[] {
  return Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
}

/** `["CMD", …]` is a command; `["CMD-SHELL", line]` is a line for the shell. */
function healthCommand([kind, ...words]: readonly [string, ...string[]]): readonly string[] {
  return kind === 'CMD-SHELL' ? ['sh', '-c', ...words] : words;
}

/** The program that buildah runs: the first of its descendants that is not buildah itself. */
function programsUnder(pid: number): number[] {
  const tasks = readdirSync(`/proc/${pid}/task`);
  const children = tasks.flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' '),
  );
  return children.filter(Boolean).flatMap((child) => {
    return BUILDAH.test(readlinkSync(`/proc/${child}/exe`)) ? programsUnder(Number(child)) : [Number(child)];
  });
}
