import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { access, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { runNx, WORKSPACE } from '../../scripts/nx-command';
import { LaunchError } from '../terminal/launch.errors';

/** An application that is built before it can run. */
export interface Build {
  /** The Nx project. */
  project: string;
  /** A file that exists after a build. */
  output: string;
  /** Its sources: files and folders of the workspace. */
  sources: readonly string[];
}

const EVERYONES = ['libs', 'package-lock.json', 'tsconfig.base.json', 'nx.json'];

/** The API's programs. */
export const API_BUILD: Build = {
  project: 'api',
  output: 'dist/apps/api/main.mjs',
  sources: ['apps/api', ...EVERYONES],
};

/** The exported site. */
export const WEB_BUILD: Build = {
  project: 'web',
  output: 'apps/web/out/index.html',
  sources: ['apps/web', ...EVERYONES],
};

const STAMPS = 'dist/build-stamps.json';
const NOT_SOURCES = new Set(['node_modules', 'dist', 'out', '.next', 'coverage', 'test-results']);

/** Whether the sources have changed since the last build; decided by names, sizes and times, in milliseconds. */
export async function isStale(build: Build, workspace = WORKSPACE): Promise<boolean> {
  const built = await access(join(workspace, build.output)).then(
    () => true,
    () => false,
  );
  return !built || (await readStamps(workspace))[build.project] !== (await stampOf(build, workspace));
}

/**
 * Builds one application; Nx restores it when it has built the same sources before.
 * @param working
 * receives the last line of the build's output
 * @throws LaunchError with the end of the build's
 * output
 */
export async function runBuild(build: Build, signal: AbortSignal, working: (line: string) => void): Promise<void> {
  const stamp = await stampOf(build);
  const onChunk = (text: string) => working(text.trim().split('\n').at(-1) ?? '');
  const { code, output } = await runNx(['build', build.project, '--output-style=stream'], 'collect', {
    onChunk,
    signal,
  });
  if (code !== 0) {
    const details = output.trim().split('\n').slice(-30);
    throw new LaunchError(`Building "${build.project}" failed; try it alone: npx nx build ${build.project}`, details);
  }
  await markBuilt(build, stamp, WORKSPACE);
}

/** Records that the output was built from the sources of this stamp. */
export async function markBuilt(build: Build, stamp: string, workspace: string): Promise<void> {
  const stamps = { ...(await readStamps(workspace)), [build.project]: stamp };
  await mkdir(dirname(join(workspace, STAMPS)), { recursive: true });
  await writeFile(join(workspace, STAMPS), `${JSON.stringify(stamps, null, 2)}\n`);
}

/** A digest over path, size and modification time of every source file, without tests and documentation. */
export async function stampOf({ sources }: Build, workspace = WORKSPACE): Promise<string> {
  const lines = await Promise.all(sources.map((source) => describe(workspace, source)));
  return createHash('sha256').update(lines.flat().sort().join('\n')).digest('hex');
}

async function describe(workspace: string, path: string): Promise<string[]> {
  const entries = await readdir(join(workspace, path), { withFileTypes: true }).catch(() => null);
  if (entries === null) {
    const found = await stat(join(workspace, path)).catch(() => null);
    return found ? [`${path} ${found.size} ${found.mtimeMs}`] : [];
  }
  return (
    await Promise.all(entries.filter(isSource).map((entry) => describe(workspace, `${path}/${entry.name}`)))
  ).flat();
}

function isSource({ name }: Dirent): boolean {
  return !NOT_SOURCES.has(name) && !/\.(spec|int-spec)\.tsx?$|\.md$|^next-env\.d\.ts$|\.tsbuildinfo$/.test(name);
}

async function readStamps(workspace: string): Promise<Record<string, string>> {
  const text = await readFile(join(workspace, STAMPS), 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    return {};
  }
}
