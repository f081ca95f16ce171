import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const WORKSPACE = resolve(import.meta.dirname, '../..');
const LEFT_OUT = ['.canar', '.git', '.next', '.nx', 'cdk.out', 'coverage', 'dist', 'node_modules', 'out'];

/** A copy of the workspace's sources that a generator may change; its packages are those of the workspace. */
export class WorkspaceCopy {
  readonly root = join(WORKSPACE, '.canar/generators');

  constructor() {
    this.remove();
    mkdirSync(this.root, { recursive: true });
    const filter = (path: string) => !LEFT_OUT.includes(basename(path));
    for (const entry of readdirSync(WORKSPACE).filter(filter)) {
      cpSync(join(WORKSPACE, entry), join(this.root, entry), { recursive: true, filter });
    }
    symlinkSync(join(WORKSPACE, 'node_modules'), join(this.root, 'node_modules'), 'dir');
  }

  /** Runs a Node.js program in the copy and answers its output. @throws Error with the output when it fails */
  run(...args: string[]): string {
    const inherited = Object.entries(process.env).filter(([name]) => !/^(NX|JEST)_/.test(name));
    const settings = { NX_DAEMON: 'false', NX_WORKSPACE_ROOT_PATH: this.root, FORCE_COLOR: '0' };
    const env = { ...Object.fromEntries(inherited), ...settings };
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: this.root, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
    return stdout;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
