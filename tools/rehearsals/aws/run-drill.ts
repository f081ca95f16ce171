import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DrillPlace, FILES, root, type Run } from './drill-place';
import { Moto } from './moto';
import { RefusingMoto } from './refusals';

const ACCOUNT = '111122223333';
const [FIRST_COMMIT, NEXT_COMMIT] = ['d'.repeat(40), 'e'.repeat(40)] as [string, string];
const PARTS = ['delivery', 'networking', 'data', 'compute', 'cdn', 'observability'];
const complete = PARTS.map(() => 'COMPLETE');
const settings = { CANAR_ALERT_ADDRESS: 'you@canar.dev', CANAR_REPOSITORY: 'you@1/canar@2', CANAR_DEMO: 'true' };

const SKIPPED = (program: string, install: string) =>
  `Deploy drill SKIPPED: ${program} is not installed.\nInstall it and run this again: python3 -m pip install ${install}`;

/** deploy.sh itself against moto: a first deployment that fails, the next one, another release, another domain, a teardown. */
async function main(): Promise<void> {
  if (spawnSync('aws', ['--version']).status !== 0) return console.log(SKIPPED('aws', 'awscli'));
  const moto = await Moto.start({ MOTO_ACCOUNT_ID: ACCOUNT });
  if (moto === null) return console.log(SKIPPED('moto_server', "'moto[server]'"));
  const home = mkdtempSync(join(tmpdir(), 'canar-drill-'));
  const refusing = await RefusingMoto.before(moto);
  const place = new DrillPlace(refusing.endpoint, home);
  try {
    await new Drill(refusing, place).perform();
  } catch (error) {
    console.error(place.output);
    for (const failure of moto.ownFailures) console.error(`moto failed with ${failure}`);
    throw error;
  } finally {
    await refusing.stop();
    await moto.stop();
    rmSync(home, { recursive: true });
  }
}

class Drill {
  private checks = 0;

  constructor(
    private readonly refusing: RefusingMoto,
    private readonly place: DrillPlace,
  ) {}

  async perform(): Promise<void> {
    await this.failFirst();
    await this.deployAgain();
    await this.deployNext();
    await this.changeDomain();
    await this.keepProduction();
    await this.deployBeside();
    await this.tearDown();
    const { calls, runs } = this.place;
    console.log(
      `\nDeploy drill passed: ${this.checks} checks in ${runs} runs of deploy.sh, with ${count(calls, 'asked aws')} calls of the AWS ` +
        `command line to moto, ${count(calls, 'answered aws')} that moto lacks, ${count(calls, 'asked npx cdk')} of the CDK, ` +
        `and ${this.refusing.refusals.length} refusals as AWS makes them.`,
    );
  }

  private async failFirst(): Promise<void> {
    this.refusing.failCreationOf('cpm-compute');
    const said = { ...settings, CANAR_DOMAIN: 'none' };
    const { output } = await this.run('production', 'a first deployment, whose compute stack fails', 1, said);
    this.check('it names the step', output.includes('✗ Stacks failed'), true);
    this.check(
      'compute and data',
      [await this.stateOf('cpm-compute'), await this.stateOf('cpm-data')],
      ['ROLLBACK_COMPLETE', 'CREATE_COMPLETE'],
    );
    this.check('protected stacks', await this.protectedStacks(), 0);
  }

  private async deployAgain(): Promise<void> {
    const { calls } = await this.run('production', 'the same command, without variables', 0);
    this.check('it deletes what failed', count(calls, 'aws cloudformation delete-stack --stack-name cpm-compute'), 1);
    this.check('pushed images', count(calls, 'docker push'), 0);
    this.check('stacks', await this.statesOf(''), complete);
    this.check('protected stacks', await this.protectedStacks(), PARTS.length + 1);
    this.check('verifications', count(calls, 'npm run --silent verify'), 1);
    this.check('files of the site', await this.filesIn(`cpm-site-${ACCOUNT}`), Object.keys(FILES).length);
  }

  private async deployNext(): Promise<void> {
    const { calls } = await this.run('production', 'the next release', 0, { DRILL_COMMIT: NEXT_COMMIT });
    this.check('pushed images', count(calls, 'docker push'), 1);
    this.check('bootstraps', count(calls, 'npx cdk bootstrap'), 0);
    this.check('deployments of all stacks', count(calls, 'npx cdk deploy production/'), 1);
    this.check('release', await this.outputOf('cpm-compute', 'ImageTag'), NEXT_COMMIT);
    this.check('protected stacks', await this.protectedStacks(), PARTS.length + 1);
  }

  private async changeDomain(): Promise<void> {
    const said = { CANAR_DOMAIN: 'canar.dev/Z0123ABC', DRILL_COMMIT: NEXT_COMMIT };
    await this.run('production', 'a domain instead of none', 0, said);
    this.check('address', await this.outputOf('cpm-cdn', 'Url'), 'https://canar.dev');
    const { output } = await this.run('running production', 'what runs, without variables', 0);
    this.check('it prints the release', output.includes(NEXT_COMMIT), true);
  }

  private async keepProduction(): Promise<void> {
    await this.run('teardown production', 'a teardown of production', 1, { CANAR_YES: '1' });
    const byHand = await this.place.aws('cloudformation', 'delete-stack', '--stack-name', 'cpm-data');
    this.check('a deletion by hand is refused', byHand.includes('TerminationProtection is enabled'), true);
    this.check('stacks', await this.statesOf(''), complete);
  }

  private async deployBeside(): Promise<void> {
    const said = { ...settings, CANAR_DOMAIN: 'staging.canar.dev/Z0123ABC' };
    await this.run('staging', 'staging in the account of production', 1, said);
    await this.run('staging', 'the same, as is said', 0, { ...said, CANAR_SHARED_ACCOUNT: 'true' });
    this.check('stacks of staging', await this.statesOf('-staging'), complete);
  }

  private async tearDown(): Promise<void> {
    const uploads = `cpm-uploads-staging-${ACCOUNT}`;
    await this.place.aws('s3', 'cp', join(root, 'README.md'), `s3://${uploads}/photo.jpg`);
    this.check('uploads', await this.filesIn(uploads), 1);
    await this.emptyRepository();
    await this.run('teardown staging', 'a teardown of staging', 0, { CANAR_YES: '1' });
    this.check(
      'stacks of staging',
      await this.statesOf('-staging'),
      PARTS.map(() => 'none'),
    );
    this.check('stacks of production', await this.statesOf(''), complete);
    const path = ['--path', '/cpm/settings/staging', '--query', 'Parameters', '--output', 'text'];
    this.check('settings of staging', await this.place.aws('ssm', 'get-parameters-by-path', ...path), '');
    // moto makes a bucket again, empty, when something of its stack that is deleted later refers to it.
    this.check('the upload is left', (await this.place.aws('s3', 'ls', `s3://${uploads}`)).includes('photo'), false);
  }

  /** As ECR does by EmptyOnDelete, which the template must have and moto does not know. */
  private async emptyRepository(): Promise<void> {
    const template = await this.place.aws('cloudformation', 'get-template', '--stack-name', 'cpm-delivery-staging');
    this.check('the repository is emptied when it is deleted', /"EmptyOnDelete": true/.test(template), true);
    const images = ['--repository-name', 'cpm-backend-staging', '--image-ids', `imageTag=${FIRST_COMMIT}`];
    await this.place.aws('ecr', 'batch-delete-image', ...images);
  }

  private async run(words: string, title: string, code: number, more: Record<string, string> = {}): Promise<Run> {
    console.log(`\n== ./deploy.sh ${words}: ${title}`);
    const started = Date.now();
    const run = await this.place.deploySh(words, { DRILL_COMMIT: FIRST_COMMIT, ...more });
    console.log(`   ${run.calls.length} calls in ${Math.round((Date.now() - started) / 1000)} s`);
    this.check('it ends with', run.code, code);
    return run;
  }

  private async stateOf(stack: string): Promise<string> {
    const said = await this.place.describe(stack, 'StackStatus');
    return /^[A-Z_]+$/.exec(said)?.[0] ?? 'none';
  }

  private async statesOf(suffix: string): Promise<string[]> {
    const states = await Promise.all(PARTS.map((part) => this.stateOf(`cpm-${part}${suffix}`)));
    return states.map((state) => state.replace(/^(CREATE|UPDATE)_COMPLETE$/, 'COMPLETE'));
  }

  /** How many stacks of production and of the account are protected from deletion. */
  private async protectedStacks(): Promise<number> {
    const stacks = ['account', ...PARTS].map((part) => `cpm-${part}`);
    const said = await Promise.all(stacks.map((stack) => this.place.describe(stack, 'EnableTerminationProtection')));
    return count(said, 'True');
  }

  private outputOf(stack: string, key: string): Promise<string> {
    return this.place.describe(stack, `Outputs[?OutputKey=='${key}'].OutputValue | [0]`);
  }

  private async filesIn(bucket: string): Promise<number> {
    const query = ['--query', 'length(Contents)', '--output', 'text'];
    return Number(await this.place.aws('s3api', 'list-objects-v2', '--bucket', bucket, ...query));
  }

  private check(subject: string, seen: unknown, expected: unknown): void {
    const [is, should] = [JSON.stringify(seen), JSON.stringify(expected)];
    if (is !== should) throw new Error(`${subject}: ${is} instead of ${should}`);
    this.checks += 1;
    console.log(`   ✓ ${subject}: ${is}`);
  }
}

function count(lines: readonly string[], beginning: string): number {
  return lines.filter((line) => line.startsWith(beginning)).length;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
