import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { adaptAssembly } from './assembly';
import { holdUnchangeable, refusedUpdates } from './updates';

const root = resolve(__dirname, '../../..');
const infra = join(root, 'infra');

/** `npx cdk` of the drill: the real CDK, with a real synthesis whose templates are adapted to moto. */
function main(words: readonly string[]): number {
  const [command = '', ...rest] = words;
  if (command === 'bootstrap') return cdk(words, root);
  const home = process.env['DRILL_HOME'] ?? '';
  const context = rest.flatMap((word, at) => (rest[at - 1] === '-c' ? ['-c', word] : []));
  const others = rest.filter((word, at) => word !== '-c' && rest[at - 1] !== '-c');
  const synthesized = join(home, `assembly-${createHash('sha256').update(context.join()).digest('hex').slice(0, 12)}`);
  if (!existsSync(synthesized)) {
    const code = cdk(['synth', '--quiet', '--strict', '--output', synthesized, ...context], infra);
    if (code !== 0) return code;
  }
  const deployed = join(home, 'deployed');
  if (command === 'deploy' && existsSync(deployed)) {
    const refused = refusedUpdates(deployed, synthesized);
    for (const sentence of refused) console.error(`✗ ${sentence}`);
    if (refused.length > 0) return 1;
  }
  const adapted = join(home, 'adapted');
  rmSync(adapted, { recursive: true, force: true });
  adaptAssembly(synthesized, adapted);
  const held = join(home, 'held');
  if (existsSync(held)) holdUnchangeable(held, adapted);
  const direct = command === 'deploy' ? ['--method', 'direct'] : [];
  const code = cdk([command, ...others, '--app', adapted, ...direct], root);
  if (code === 0 && command === 'deploy') {
    cpSync(synthesized, deployed, { recursive: true });
    cpSync(adapted, held, { recursive: true });
  }
  return code;
}

function cdk(words: readonly string[], cwd: string): number {
  const program = [require.resolve('aws-cdk/bin/cdk'), ...words];
  const { status } = spawnSync(process.execPath, program, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  return status ?? 1;
}

process.exitCode = main(process.argv.slice(2));
