import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adaptAssembly, type RehearsedAssembly, type RehearsedStack } from './assembly';
import { Moto } from './moto';

const SKIPPED = `Deploy rehearsal SKIPPED: moto_server, the AWS of this rehearsal, is not installed.
Install it and run this again: python3 -m pip install 'moto[server]'`;

/** Bootstraps and deploys every synthesized stack, then deletes the unprotected ones, all on this machine. */
async function rehearse(synthesized: string): Promise<void> {
  const moto = await Moto.start();
  if (moto === null) return console.log(SKIPPED);
  const folder = mkdtempSync(join(tmpdir(), 'canar-rehearsal-'));
  try {
    const assembly = adaptAssembly(synthesized, join(folder, 'assembly'));
    await perform(assembly, moto, folder);
  } catch (error) {
    for (const failure of moto.ownFailures) console.error(`moto failed with ${failure}`);
    throw error;
  } finally {
    await moto.stop();
    rmSync(folder, { recursive: true });
  }
}

async function perform({ stacks, gaps, folder: app }: RehearsedAssembly, moto: Moto, home: string): Promise<void> {
  const cdk = (...args: string[]) => run(args, environmentFor(moto.endpoint, home), home);
  for (const environment of new Set(stacks.map((stack) => stack.environment))) {
    say(`Bootstrapping ${environment}`);
    await cdk('bootstrap', environment);
  }

  say(`Deploying ${stacks.length} stacks`);
  await cdk('deploy', '--all', '--app', app, '--method', 'direct', '--require-approval', 'never');
  for (const stack of stacks) await expectWhole(stack, moto);

  const passing = stacks.filter(({ isProtected }) => !isProtected);
  say(`Deleting ${passing.length} stacks: those without termination protection`);
  await cdk('destroy', ...passing.map(({ path }) => path), '--force', '--app', app);

  const retained = stacks.filter(({ isProtected }) => isProtected);
  for (const stack of retained) await expectWhole(stack, moto);

  say('What moto cannot hold, and this rehearsal therefore does not show');
  for (const gap of gaps) console.log(`  ${gap}`);
  console.log(
    `\nDeploy rehearsal passed: ${stacks.length} stacks deployed in order, ${passing.length} deleted, ${retained.length} retained.`,
  );
}

/** moto ignores an unknown type silently. */
async function expectWhole({ path, name, resources }: RehearsedStack, moto: Moto): Promise<void> {
  const deployed = await moto.resourcesOf(name);
  const missing = resources.filter((id) => !deployed.includes(id));
  console.log(`  ${path}: ${deployed.length} resources`);
  if (missing.length > 0) {
    throw new Error(`moto did not make ${missing.join(', ')} of ${path}: name the gap in tools/rehearsals/aws/gaps.ts`);
  }
}

/** Only the search path of the caller's environment: neither credentials nor a profile can lead to a real account. */
function environmentFor(endpoint: string, home: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: home,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'rehearsal',
    AWS_SECRET_ACCESS_KEY: 'rehearsal',
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    NODE_NO_WARNINGS: '1',
    CI: 'true',
  };
}

async function run(args: string[], env: NodeJS.ProcessEnv, cwd: string): Promise<void> {
  const program = require.resolve('aws-cdk/bin/cdk');
  const cdk = spawn(process.execPath, [program, ...args], { env, cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = (await once(cdk, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`cdk ${args[0]} ended with ${code ?? 'a signal'}.`);
}

function say(chapter: string): void {
  console.log(`\n== ${chapter}`);
}

rehearse(process.argv[2] ?? 'infra/cdk.out').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
