import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { workspace } from './product';
import { withSection } from './sections';

const path = join(workspace, 'docs/benchmarks.md');

/** Whether `SHORT=1` asks for a few rounds that show that a benchmark works; its figures are not written down. */
export const isShort = process.env['SHORT'] === '1';

/** One row of a benchmark: the measured value, its limit, and whether the goal is met. */
export interface Row {
  what: string;
  limit: string;
  ours: string;
  ratio: string;
  goal: string;
  /** `null` where there is no goal */
  met: boolean | null;
}

/** The result of a benchmark. */
export interface Finding {
  /** as in `nx run bench:NAME` */
  name: string;
  title: string;
  /** what is compared, in a few sentences */
  method: string;
  rows: Row[];
}

/** Prints a result as a table and replaces its section in docs/benchmarks.md. */
export async function report(finding: Finding): Promise<void> {
  console.table(
    Object.fromEntries(finding.rows.map(({ what, met, ...rest }) => [what, { ...rest, met: verdict(met) }])),
  );
  if (isShort) return;
  const known = existsSync(path) ? readFileSync(path, 'utf8') : preface;
  const text = withSection(known, finding.title, sectionOf(finding));
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), parser: 'markdown' }));
  console.log(`Written to docs/benchmarks.md, "${finding.title}".`);
}

const preface = `# Benchmarks

Each figure is compared with a limit that was measured in the same run, in alternating rounds: absolute figures depend on the
machine, ratios on the product. The limits are small programs in \`tools/bench/limits/\`. The command of a section writes it.
`;

function sectionOf({ name, title, method, rows }: Finding): string {
  const lines = rows.map(({ what, limit, ours, ratio, goal, met }) =>
    ['', what, limit, ours, ratio, goal, verdict(met), ''].join(' | ').trim(),
  );
  return [
    `## ${title}`,
    `\`npx nx run bench:${name}\`, ${new Date().toISOString().slice(0, 10)}, commit ${commit()}, ${machine()}`,
    method,
    ['| what | limit | ours | ratio | goal | met |', '| - | - | - | - | - | - |', ...lines].join('\n'),
    'Median of the rounds; lowest and highest in brackets.',
  ].join('\n\n');
}

function verdict(met: boolean | null): string {
  return met === null ? '' : met ? 'yes' : 'no';
}

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: workspace, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', '.', ':!docs/benchmarks.md') !== '';
  return git('rev-parse', '--short', 'HEAD') + (changed ? ' with changes' : '');
}

function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const processor = `${cpus().length} × ${cpus()[0]?.model.trim() || 'unnamed processor'}`;
  const busy = `load average ${loadavg()[0]?.toFixed(1)} at the end`;
  return `${processor}, ${memory} GiB, ${type()} ${release()}, Node ${process.versions.node}, ${busy}.`;
}
