import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { MissingProgramError, programPath } from '@canar/test-programs';

import { runNx, WORKSPACE } from '../scripts/nx-command';
import { addUp, failureLines, projectLines, totalsLine, type Sum } from './totals';

const COUNTS = join(WORKSPACE, 'test-results', 'counts');

/**
 * `npm test`: every test of every project, and the totals on the last line. With `--affected`, only of the projects that differ
 * from NX_BASE and their dependents.
 */
async function main(): Promise<void> {
  requirePrograms();
  await rm(COUNTS, { recursive: true, force: true });
  const scope = process.argv.includes('--affected') ? ['--affected'] : [];
  const tested = await projectsWith('test', scope);
  const walked = await projectsWith('e2e', scope);
  const green = await runAll(tested, walked);
  const names = [...tested, ...walked.map((project) => (tested.includes(project) ? `${project}-e2e` : project))];
  const { total, ...totals } = addUp(names, await readCounts(names));
  const failures = failureLines(totals);
  if (failures.length > 0) process.stdout.write(`\nFailed tests\n${failures.join('\n')}\n`);
  process.stdout.write(`\n${projectLines(totals).join('\n')}\n\n`);
  const failed = total.failed === 0 && !green ? 1 : total.failed;
  finish({ ...total, failed });
}

function requirePrograms(): void {
  for (const name of ['redis-server', 'chromium', 'pdftotext', 'pg_ctl', 'njs'] as const)
    programPath(name, process.env);
}

async function projectsWith(target: string, scope: readonly string[]): Promise<string[]> {
  const { code, output } = await runNx(['show', 'projects', `--with-target=${target}`, '--json', ...scope], 'collect');
  const list = /\[.*\]/s.exec(output)?.[0];
  if (code !== 0 || list === undefined) throw new Error(`nx cannot say which projects have tests: ${output.trim()}`);
  return (JSON.parse(list) as string[]).sort();
}

/**
 * Builds once, from the cache where possible, and then runs the suites in three lanes, one suite at a time in each: the browser's and those
 * of tools that drive the product, those of the API, and all others. The longest suites begin at once, so that no core of a small machine
 * is idle until the last task. The tests always run: a cached result could come from a machine with other programs.
 */
async function runAll(tested: readonly string[], walked: readonly string[]): Promise<boolean> {
  if (tested.length + walked.length === 0) return true;
  const built = await runNx(['run-many', '-t', 'build', '-p', 'api,web', '--output-style=stream'], 'show');
  if (built.code !== 0) return false;
  const ofApi = (project: string) => project === 'api' || project === 'api-e2e';
  const others = (project: string) => !ofApi(project);
  const lanes: Suites[][] = [
    [{ target: 'e2e', projects: walked.filter(others) }],
    [
      { target: 'test', projects: tested.filter(ofApi) },
      { target: 'e2e', projects: walked.filter(ofApi) },
    ],
    [{ target: 'test', projects: tested.filter(others) }],
  ];
  const green = await Promise.all(lanes.map(runLane));
  return green.every(Boolean);
}

/** The suites of one kind of some projects. */
interface Suites {
  target: 'test' | 'e2e';
  projects: readonly string[];
}

async function runLane(lane: readonly Suites[]): Promise<boolean> {
  let green = true;
  for (const { target, projects } of lane) {
    if (projects.length === 0) continue;
    const tests = ['run-many', '-t', target, '--skip-nx-cache', '--exclude-task-dependencies', '--output-style=stream'];
    const { code } = await runNx([...tests, '-p', projects.join(','), '--parallel=1'], 'show');
    green &&= code === 0;
  }
  return green;
}

async function readCounts(projects: readonly string[]): Promise<Map<string, string>> {
  const written = await Promise.all(
    projects.map(async (project): Promise<[string, string]> => {
      return [project, await readFile(join(COUNTS, `${project}.json`), 'utf8').catch(() => '')];
    }),
  );
  return new Map(written);
}

function finish(total: Sum): void {
  process.stdout.write(`${totalsLine(total)}\n`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof MissingProgramError ? error.message : error);
  finish({ passed: 0, failed: 1, skipped: 0 });
});
