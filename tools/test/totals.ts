import { z } from 'zod';

const counts = z.object({
  project: z.string(),
  passed: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  skipped: z.int().nonnegative(),
});

/** The test counts of one project, or of all. */
export type Counts = z.infer<typeof counts>;

/** The counts that the projects wrote, compared with the projects that were to run. */
export interface Totals {
  projects: Counts[];
  /** Projects that were to be tested and wrote no counts: their suites could not run. */
  missing: string[];
  total: Counts;
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
  return { projects, missing, total: { project: 'all', passed: sum('passed'), failed, skipped: sum('skipped') } };
}

/** The line that ends a run: the totals of every tier, alone on its line. */
export function totalsLine({ passed, failed, skipped }: Omit<Counts, 'project'>): string {
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

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
