// Checks the messages of the commits that would be added to what is published: since origin/main, or in a repository
// without one since main, or all of them. What is published already cannot be mended and is not asked about.
// CI names the first commit that it has seen before: COMMITS_SINCE=SHA. Usage: node tools/commit-style/check-commits.mjs
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const UNKNOWN = /^0*$/;
const commitlint = createRequire(import.meta.url).resolve('@commitlint/cli/cli.js');

/** What git answers, or nothing where it cannot. */
function git(...args) {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** The commit after which messages are checked; nothing stands for the beginning of history. */
function since() {
  const named = process.env['COMMITS_SINCE'] ?? '';
  if (!UNKNOWN.test(named) && git('cat-file', '-e', `${named}^{commit}`) !== undefined) return named;
  const published = git('rev-parse', '--verify', '--quiet', 'origin/main');
  if (published) return git('merge-base', published, 'HEAD');
  const base = git('merge-base', 'main', 'HEAD');
  return base === git('rev-parse', 'HEAD') ? undefined : base;
}

if (git('rev-parse', '--git-dir') === undefined) {
  console.log('Commits: not a git clone, nothing to check.');
} else {
  const base = since();
  const added = git('rev-list', '--count', `${base ?? ''}${base ? '..' : ''}HEAD`);
  const range = base
    ? ['--from', base, '--to', 'HEAD']
    : ['--from', git('rev-list', '--max-parents=0', 'HEAD').split('\n')[0]];
  const { status } =
    added === '0' ? { status: 0 } : spawnSync(process.execPath, [commitlint, ...range], { stdio: 'inherit' });
  if (status === 0) console.log(`Commits: ${added} messages are in style.`);
  process.exitCode = status ?? 1;
}
