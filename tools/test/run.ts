import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { MissingProgramError, programPath } from '@canar/test-programs';

import { runNx, WORKSPACE } from '../scripts/nx-command';
import { addUp, projectLines, totalsLine, type Counts } from './totals';

const COUNTS = join(WORKSPACE, 'test-results', 'counts');

/** `npm test`: every tier of every project, one after the other, and the totals on the last line. */
async function main(): Promise<void> {
  requirePrograms();
  await rm(COUNTS, { recursive: true, force: true });
  const tested = await projectsWith('test');
  const walked = await projectsWith('e2e');
  // Always for real: a cached answer would be a claim about another machine's programs.
  const green = [
    await runTier(['test', '--parallel=2', '--skip-nx-cache'], tested),
    await runTier(['e2e', '--parallel=2'], walked),
  ];
  const names = [...tested, ...walked.map((project) => (tested.includes(project) ? `${project}-e2e` : project))];
  const { total, ...totals } = addUp(names, await readCounts(names));
  process.stdout.write(`\n${projectLines(totals).join('\n')}\n\n`);
  const failed = total.failed === 0 && green.includes(false) ? 1 : total.failed;
  finish({ ...total, failed });
}

function requirePrograms(): void {
  for (const name of ['redis-server', 'chromium', 'pdftotext', 'pg_ctl'] as const) programPath(name, process.env);
}

async function projectsWith(target: string): Promise<string[]> {
  const { code, output } = await runNx(['show', 'projects', `--with-target=${target}`, '--json'], 'collect');
  const list = /\[.*\]/s.exec(output)?.[0];
  if (code !== 0 || list === undefined) throw new Error(`nx cannot say which projects have tests: ${output.trim()}`);
  return (JSON.parse(list) as string[]).sort();
}

/** Two projects at a time, which is what a machine of two cores can feed. */
async function runTier([target, ...options]: [string, ...string[]], projects: readonly string[]): Promise<boolean> {
  if (projects.length === 0) return true;
  const args = ['run-many', '-t', target, '-p', projects.join(','), '--output-style=stream', ...options];
  return (await runNx(args, 'show')).code === 0;
}

async function readCounts(projects: readonly string[]): Promise<Map<string, string>> {
  const written = await Promise.all(
    projects.map(async (project): Promise<[string, string]> => {
      return [project, await readFile(join(COUNTS, `${project}.json`), 'utf8').catch(() => '')];
    }),
  );
  return new Map(written);
}

function finish(total: Omit<Counts, 'project'>): void {
  process.stdout.write(`${totalsLine(total)}\n`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof MissingProgramError ? error.message : error);
  finish({ passed: 0, failed: 1, skipped: 0 });
});
