import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const WORKSPACE = resolve(import.meta.dirname, '../..');
const LEFT_OUT = ['.canar', '.git', '.next', '.nx', 'cdk.out', 'coverage', 'dist', 'node_modules', 'out'];
const SETTINGS = { NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', FORCE_COLOR: '0' };

/** A copy of the workspace's sources that a generator may change; it uses the workspace's packages. */
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

  /** Runs a Node.js program in the copy and returns its output. @throws Error with the output when it fails */
  run(...args: string[]): string {
    const inherited = Object.entries(process.env).filter(([name]) => !/^(NX|JEST)_/.test(name));
    const env = { ...Object.fromEntries(inherited), ...SETTINGS, NX_WORKSPACE_ROOT_PATH: this.root };
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: this.root, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
    return stdout;
  }

  /**
   * Limits the compiler and typed lint rules to these files of a project, their imports, and its declarations of packages without types.
   * @param types packages that extend the types of others
   */
  narrow(project: string, files: readonly string[], types: readonly string[]): void {
    const path = join(this.root, project, 'tsconfig.json');
    const settings = JSON.parse(readFileSync(path, 'utf8')) as { compilerOptions?: object };
    const compilerOptions = { ...settings.compilerOptions, types: ['node', 'jest', ...types] };
    const include = [...files, `${project}/src/**/*.d.ts`].map((file) => join(this.root, file));
    writeFileSync(path, JSON.stringify({ ...settings, compilerOptions, include }));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
