import { spawnSync } from 'node:child_process';
import { commandsOf, readWorkflows, root } from './workflow';

/** What cannot run beside a person's own work, or on any machine but GitHub's, and why. */
const LEFT_OUT: readonly (readonly [RegExp, string])[] = [
  [/\$\{\{/, 'it holds values that only GitHub knows'],
  [/GITHUB_OUTPUT/, 'it hands a value to a later step of GitHub Actions'],
  [/^npm ci/, 'it would replace the packages that this run uses; a fresh clone does it'],
  [/^\.ci\/run/, 'it is the whole proof, of which the steps here are a part; it runs by itself'],
  [/^apt-get/, 'it installs system packages'],
  [/^docker/, 'it needs a Docker engine; npm run images does the same with buildah'],
  [/localhost:8080/, 'it asks what docker compose started'],
  [/^\.\/deploy\.sh(?! --dry-run)/, 'it needs an AWS account; its dry run and its tests run'],
  [/^npm audit/, 'it asks the registry, which answers where there is a network'],
  [/on-services/, 'it needs DATABASE_ADMIN_URL and REDIS_URL'],
];

/** What a workflow's command needs that a machine may lack: then the same program under another name. */
const AS_INSTALLED: readonly (readonly [RegExp, string])[] = [[/^pipx run cfn-lint==[\d.]+/, 'cfn-lint']];

/** `npm run workflows:walk [-- PATTERN]`: runs the commands of the workflows that can run here, and says which cannot, and why. */
function main(): void {
  const wanted = new RegExp(process.argv[2] ?? '');
  const walked = new Map<string, string>();
  let failed = 0;
  for (const { place, line } of readWorkflows().flatMap(commandsOf)) {
    if (!wanted.test(line) && !wanted.test(place)) continue;
    const verdict = walked.get(line) ?? verdictOn(line);
    walked.set(line, verdict);
    if (verdict.startsWith('✗')) failed += 1;
    console.log(`${verdict}\n    ${place}: ${line}`);
  }
  console.log(`\n${walked.size} different commands, ${failed} failed.`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function verdictOn(line: string): string {
  const [, why] = LEFT_OUT.find(([pattern]) => pattern.test(line) && !canRunServices(line)) ?? [];
  if (why !== undefined) return `– not run: ${why}`;
  const command = AS_INSTALLED.reduce((text, [pattern, name]) => text.replace(pattern, name), line);
  const started = Date.now();
  const { status } = spawnSync('bash', ['-e', '-c', command], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return `${status === 0 ? '✓ ran' : `✗ failed (${status})`} in ${Math.round((Date.now() - started) / 1000)} s`;
}

function canRunServices(line: string): boolean {
  return line.includes('on-services') && Boolean(process.env['DATABASE_ADMIN_URL'] && process.env['REDIS_URL']);
}

main();
