import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import accountMutants from './account-mutants.json';
import moneyMutants from './money-mutants.json';

/** A guard that is broken on purpose, and the test that must notice it. */
interface Mutant {
  id: string;
  /** What is broken, in a few words. */
  breaks: string;
  /** The file, from `apps/api/`; a migration, too: the template database of the run is made from these files. */
  file: string;
  /** A text that the file contains once. */
  before: string;
  after: string;
  /** The spec file, from `apps/api/src/`, and the title of a test in it. */
  spec: string;
  test: string;
}

const lists: Readonly<Record<string, readonly Mutant[]>> = { accounts: accountMutants, money: moneyMutants };

type Outcome = 'killed' | 'SURVIVES' | 'BROKEN';

interface JestReport {
  numFailedTests: number;
  numPassedTests: number;
}

const api = join(__dirname, '../../apps/api');

/** Runs one test. @returns how many tests of the title passed and failed; null when the file did not run */
function runTest({ spec, test }: Pick<Mutant, 'spec' | 'test'>): JestReport | null {
  const folder = mkdtempSync(join(tmpdir(), 'canar-mutants-'));
  const report = join(folder, 'report.json');
  const title = test.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('%s', '.*');
  const options = ['--runTestsByPath', join(api, 'src', spec), '-t', title, '--json', `--outputFile=${report}`];
  try {
    spawnSync('npx', ['jest', '-c', join(api, 'jest.config.cjs'), ...options], { stdio: 'ignore' });
    const result = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
    return result.numFailedTests + result.numPassedTests > 0 ? result : null;
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Breaks the guard, runs the test and restores the file, also when the program is interrupted. */
function judge(mutant: Mutant): Outcome {
  const path = join(api, mutant.file);
  const original = readFileSync(path, 'utf8');
  if (original.split(mutant.before).length !== 2) return 'BROKEN';
  const restore = () => writeFileSync(path, original);
  process.on('exit', restore);
  try {
    writeFileSync(
      path,
      original.replace(mutant.before, () => mutant.after),
    );
    const report = runTest(mutant);
    if (!report) return 'BROKEN';
    return report.numFailedTests > 0 ? 'killed' : 'SURVIVES';
  } finally {
    restore();
    process.off('exit', restore);
  }
}

/** The mutants that arguments name: lists, ids, or all without arguments. @throws {Error} for an unknown name */
function choose(names: readonly string[]): Mutant[] {
  const all = Object.values(lists).flat();
  if (names.length === 0) return all;
  return names.flatMap((name) => {
    const chosen = lists[name] ?? all.filter(({ id }) => id === name);
    if (chosen.length === 0) throw new Error(`There is no list or mutant of the name ${name}.`);
    return chosen;
  });
}

/** Applies each mutant alone; the program fails unless every one is killed. Lists and ids as arguments choose some of them. */
function main(names: readonly string[]): void {
  process.on('SIGINT', () => process.exit(130));
  const mutants = choose(names);
  let killed = 0;
  for (const mutant of mutants) {
    const outcome = judge(mutant);
    if (outcome === 'killed') killed += 1;
    console.log(`${mutant.id.padEnd(5)} ${outcome.padEnd(8)} ${mutant.breaks}`);
  }
  console.log(`${killed} of ${mutants.length} are killed by the test that is named for them.`);
  process.exitCode = killed === mutants.length ? 0 : 1;
}

main(process.argv.slice(2));
