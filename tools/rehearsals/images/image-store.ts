import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const CONFINED = join(__dirname, 'confined.sh');

interface ImageConfig {
  readonly User?: string;
  readonly WorkingDir?: string;
  readonly Env: readonly string[];
  readonly Cmd: readonly string[];
  readonly Healthcheck: { readonly Test: readonly [string, ...string[]] };
}

/** A program that runs in a container. */
export interface Running {
  /** Whether the image's own health check passes now. */
  isHealthy(): boolean;
  /** The kernel's status of the program: `Uid`, `CapEff`, `NoNewPrivs`, … */
  status(field: string): string;
  /** The exit code of a command in the container, under the program's account. */
  try(command: readonly string[]): number;
  /**
   * Sends the signal to the program and waits until it has ended; once.
   * @param timeout milliseconds after which it is killed
   * @throws {Error} when it had to be killed
   */
  stop(signal: NodeJS.Signals, timeout: number): Promise<void>;
}

/** Images built by buildah, stored in a separate folder, and run confined. Containers share the machine's network. */
export class ImageStore {
  private readonly place: readonly string[];

  constructor(folder: string) {
    this.place = ['--root', `${folder}/store`, '--runroot', `${folder}/run`];
  }

  /** Builds a Dockerfile; `--format docker` keeps its health check. */
  build(dockerfile: string, name: string, values: Record<string, string>): void {
    const openFiles = execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim();
    const given = Object.entries(values).flatMap(([key, value]) => ['--build-arg', `${key}=${value}`]);
    const how = ['--isolation', 'chroot', '--format', 'docker', '--pull-never', '--layers'];
    const limit = ['--ulimit', `nofile=${openFiles}:${openFiles}`];
    this.buildah(['bud', ...how, ...limit, ...given, '--tag', name, '--file', dockerfile, '.'], 'inherit');
  }

  /** The size of an image, as buildah prints it. */
  sizeOf(image: string): string {
    return this.buildah(['images', '--format', '{{.Size}}', image]).trim();
  }

  /** Runs a command in an image until it exits. */
  runOnce(image: string, command: readonly string[], environment: Record<string, string>): void {
    const container = this.container(image);
    try {
      execFileSync(CONFINED, this.inside(container, environment, command), { stdio: 'inherit' });
    } finally {
      this.buildah(['rm', container.name]);
    }
  }

  /** Starts the image's own command. */
  start(image: string, environment: Record<string, string>): Running {
    const container = this.container(image);
    const { Cmd, Healthcheck } = container.config;
    const child = spawn(CONFINED, this.inside(container, environment, Cmd), { stdio: 'inherit' });
    let removed = false;
    const command = (words: readonly string[]) => this.entered(child, container.config, environment, words);
    return {
      isHealthy: () => succeeds(command(healthCommand(Healthcheck.Test))) === 0,
      status: (field) => new RegExp(`^${field}:\\s+(.*)$`, 'm').exec(statusOf(child))?.[1] ?? '',
      try: (words) => succeeds(command(words)),
      stop: async (signal, timeout) => {
        if (removed) return;
        removed = true;
        const obeyed = await end(child, signal, timeout);
        this.buildah(['rm', container.name]);
        if (!obeyed) throw new Error(`${image} does not stop on ${signal}.`);
      },
    };
  }

  private container(image: string) {
    const name = this.buildah(['from', '--pull-never', image]).trim();
    const { Docker } = JSON.parse(this.buildah(['inspect', '--type', 'image', image])) as {
      Docker: { config: ImageConfig };
    };
    return { name, files: this.buildah(['mount', name]).trim(), config: Docker.config };
  }

  private inside(
    { files, config }: { files: string; config: ImageConfig },
    environment: Record<string, string>,
    command: readonly string[],
  ): string[] {
    return [
      files,
      config.User || 'root',
      config.WorkingDir || '/',
      '-i',
      ...variables(config, environment),
      ...command,
    ];
  }

  /** A command in the mounts of a running program, under its account. */
  private entered(
    { pid }: ChildProcess,
    config: ImageConfig,
    environment: Record<string, string>,
    command: readonly string[],
  ): string[] {
    const user = config.User || 'root';
    const account = ['setpriv', '--reuid', user, '--regid', user, '--clear-groups', '--bounding-set=-all'];
    const place = ['nsenter', '--target', String(pid), '--mount', '--root', '--wd'];
    return [...place, ...account, 'env', '-i', ...variables(config, environment), ...command];
  }

  private buildah(args: readonly string[], output: 'pipe' | 'inherit' = 'pipe'): string {
    const stdio = ['ignore', output, output] as const;
    return String(execFileSync('buildah', [...this.place, ...args], { stdio: [...stdio], encoding: 'utf8' }) ?? '');
  }
}

/** Ends a program by the signal, or by SIGKILL when it does not exit in time; returns whether it exited in time. */
async function end(child: ChildProcess, signal: NodeJS.Signals, timeout: number): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return true;
  const ended = once(child, 'exit');
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), timeout);
  await ended;
  clearTimeout(timer);
  return child.signalCode !== 'SIGKILL';
}

function variables(config: ImageConfig, environment: Record<string, string>): string[] {
  return [...config.Env, ...Object.entries(environment).map(([name, value]) => `${name}=${value}`)];
}

function statusOf({ pid }: ChildProcess): string {
  return readFileSync(`/proc/${pid}/status`, 'utf8');
}

function succeeds([program = '', ...args]: string[]): number {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return 0;
  } catch (error) {
    return (error as { status?: number | null }).status ?? 1;
  }
}

/** `["CMD", …]` is a command; `["CMD-SHELL", line]` is a line for the shell. */
function healthCommand([kind, ...words]: readonly [string, ...string[]]): readonly string[] {
  return kind === 'CMD-SHELL' ? ['sh', '-c', ...words] : words;
}
