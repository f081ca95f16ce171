// Checks the messages of new commits: those after COMMITS_SINCE, which CI sets to the last commit that it has seen, or after
// origin/main, or after main, or after the last change of commitlint.config.mjs. Published messages cannot be changed.
// Usage: node tools/scripts/check-commits.mjs
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const UNKNOWN = /^0*$/;
const commitlint = createRequire(import.meta.url).resolve('@commitlint/cli/cli.js');

/** The output of git, or undefined when it fails. */
function git(...args) {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** The commit after which messages are checked. */
function since() {
  const named = process.env['COMMITS_SINCE'] ?? '';
  if (!UNKNOWN.test(named) && git('cat-file', '-e', `${named}^{commit}`) !== undefined) return named;
  const published = git('rev-parse', '--verify', '--quiet', 'origin/main');
  if (published) return git('merge-base', published, 'HEAD');
  const base = git('merge-base', 'main', 'HEAD');
  return base && base !== git('rev-parse', 'HEAD')
    ? base
    : git('log', '-1', '--format=%H', '--', 'commitlint.config.mjs');
}

if (git('rev-parse', '--git-dir') === undefined) {
  console.log('Commits: not a git clone, nothing to check.');
} else {
  const base = since();
  const added = git('rev-list', '--count', `${base}..HEAD`);
  const { status } =
    added === '0'
      ? { status: 0 }
      : spawnSync(process.execPath, [commitlint, '--from', base, '--to', 'HEAD'], { stdio: 'inherit' });
  if (status === 0) console.log(`Commits: ${added} messages are in style.`);
  process.exitCode = status ?? 1;
}
