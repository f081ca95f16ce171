import { stripVTControlCharacters } from 'node:util';

import { z } from 'zod';

const MESSAGE_LINES = 15;

const counts = z.object({
  project: z.string(),
  passed: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  skipped: z.int().nonnegative(),
  failures: z.array(z.object({ test: z.string(), message: z.string() })),
});

/** The test counts of one project. */
type Counts = z.infer<typeof counts>;

/** The test counts of all projects. */
export type Sum = Pick<Counts, 'passed' | 'failed' | 'skipped'>;

/** The counts that the projects wrote, compared with the projects that were to run. */
export interface Totals {
  projects: Counts[];
  /** Projects that were to be tested and wrote no counts: their suites could not run. */
  missing: string[];
  total: Sum;
}

/**
 * Adds up the counts of the expected projects. A project without a readable count is one failure.
 * @param written the counts files' texts by project name
 */
export function addUp(expected: readonly string[], written: ReadonlyMap<string, string>): Totals {
  const projects: Counts[] = [];
  const missing: string[] = [];
  for (const project of expected) {
    const found = counts.safeParse(parseJson(written.get(project)));
    if (found.success) projects.push(found.data);
    else missing.push(project);
  }
  const sum = (key: 'passed' | 'failed' | 'skipped') => projects.reduce((total, project) => total + project[key], 0);
  const failed = sum('failed') + missing.length;
  return { projects, missing, total: { passed: sum('passed'), failed, skipped: sum('skipped') } };
}

/** The line that ends a run: the totals of every tier, alone on its line. */
export function totalsLine({ passed, failed, skipped }: Sum): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** One line for each project, in columns. */
export function projectLines({ projects, missing }: Omit<Totals, 'total'>): string[] {
  const width = Math.max(0, ...[...projects.map(({ project }) => project), ...missing].map((name) => name.length));
  return [
    ...projects.map((counted) => `  ${counted.project.padEnd(width)}   ${totalsLine(counted)}`),
    ...missing.map((project) => `  ${project.padEnd(width)}   could not run`),
  ];
}

/** Each failed test with the beginning of its message, so that the end of a long log says what failed. */
export function failureLines({ projects }: Pick<Totals, 'projects'>): string[] {
  return projects.flatMap(({ project, failures }) =>
    failures.flatMap(({ test, message }) => [
      `  ${project}: ${test}`,
      ...stripVTControlCharacters(message)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(0, MESSAGE_LINES)
        .map((line) => `      ${line}`),
    ]),
  );
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
