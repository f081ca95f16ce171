import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const release = '2'.repeat(40);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'canar-deploy-'));
  for (const name of ['aws', 'docker', 'git', 'npm', 'npx'])
    symlinkSync(join(__dirname, 'stub.sh'), join(folder, name));
  writeFileSync(join(folder, 'log'), '');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs deploy.sh with programs that only record how they were called. */
function deploySh(words: string, stub: Record<string, string> = {}) {
  const env = {
    PATH: `${folder}:${process.env['PATH']}`,
    HOME: folder,
    TMPDIR: folder,
    STUB_LOG: join(folder, 'log'),
    ...stub,
  };
  const { status, stdout, stderr } = spawnSync('./deploy.sh', words.split(' ').filter(Boolean), {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  const calls = readFileSync(join(folder, 'log'), 'utf8').split('\n').filter(Boolean);
  return { status, stdout, stderr, calls };
}

/** The calls with these beginnings, in their order. */
const inOrder = (calls: string[], ...beginnings: string[]) =>
  calls.flatMap((call) => beginnings.filter((beginning) => call.startsWith(beginning)));

describe('deploy.sh STAGE', () => {
  it('checks, bootstraps, pushes the image, deploys, uploads the site and verifies', () => {
    const { status, stdout, calls } = deploySh('staging', {
      CANAR_DOMAIN: 'staging.example.com/Z1',
      CANAR_ALERT_ADDRESS: 'a@b.c',
    });
    expect(status).toBe(0);
    const order = [
      'aws sts get-caller-identity',
      'aws cloudwatch list-metrics',
      'docker info',
      'npm ci',
      'npx cdk deploy Account staging/Delivery',
      'docker build',
      'docker push',
      'npx cdk deploy staging/**',
      'npx nx build web',
      'aws s3 sync ./apps/web/out/_next/static',
      'aws s3 sync ./apps/web/out s3:',
      'aws cloudfront create-invalidation',
      'aws cloudfront wait',
      'aws ecs wait services-stable',
      'npm run --silent verify -- https://staging.example.com',
    ];
    expect(inOrder(calls, ...order)).toEqual(order);
    const stacks = calls.find((call) => call.startsWith('npx cdk deploy staging/**'));
    expect(stacks).toContain(`-c account=111122223333 -c imageTag=${release} -c staging-domain=staging.example.com/Z1`);
    expect(calls).toContainEqual(expect.stringMatching(`docker push 111122223333.*/cpm-backend-staging:${release}`));
    expect(stdout).toContain('Product       https://staging.example.com');
  });

  it('caches hashed files for a year and pages not at all', () => {
    const uploads = deploySh('staging').calls.filter((call) => call.startsWith('aws s3 sync'));
    expect(uploads[0]).toContain('--cache-control public, max-age=31536000, immutable');
    expect(uploads[0]).not.toContain('--delete');
    expect(uploads[1]).toContain('--exclude _next/static/* --cache-control no-cache --delete');
  });

  it('takes the stage from CANAR_STAGE, and production by its bare names', () => {
    const { calls } = deploySh('', { CANAR_STAGE: 'production' });
    expect(calls).toContain('aws ecs wait services-stable --cluster cpm-cluster --services cpm-backend');
  });

  it('bootstraps an account only once', () => {
    expect(deploySh('staging').calls.join()).not.toContain('cdk bootstrap');
    const { calls } = deploySh('staging', { STUB_REFUSES: 'cdk-bootstrap' });
    expect(calls).toContain('npx cdk bootstrap aws://111122223333/us-east-1');
  });

  it('neither builds nor pushes an image that exists', () => {
    const { status, calls } = deploySh('staging', { STUB_PUSHED: '0' });
    expect([status, calls.filter((call) => /^docker (build|push)/.test(call))]).toEqual([0, []]);
  });

  it.each([
    ['aws sts', 'Credentials failed', 'aws configure'],
    ['docker info', 'Docker failed', 'Start Docker'],
    ['cdk deploy Account', 'Account and delivery failed', 'run this command again'],
    ['docker build', 'Image failed', 'npm run images'],
    ['docker login', 'Image failed', 'ECR sign-in'],
    ['docker push', 'Image failed', 'ECR sign-in'],
    ['cdk deploy staging', 'Stacks failed', '/ecs/cpm-backend-staging'],
    ['s3 sync', 'Site failed', 'nothing that runs was changed'],
    ['create-invalidation', 'Invalidation failed', 'five minutes'],
    ['ecs wait', 'Service failed', 'describe-services'],
    ['verify', 'Verification failed', './deploy.sh rollback staging'],
  ])('stops when “%s” fails and prints what to do', (refused, failure, remedy) => {
    const { status, stdout, stderr, calls } = deploySh('staging', { STUB_REFUSES: refused });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`✗ ${failure}`);
    expect(stderr).toContain(remedy);
    expect(calls.at(-1)).toMatch(refused);
  });

  it.each([
    ['without billing alerts', { STUB_METRICS: '0' }, 'Billing alerts are off'],
    ['from what no commit holds', { STUB_CHANGES: ' M README.md' }, 'no commit holds'],
    ['to another account than the one meant', { CANAR_ACCOUNT: '999999999999' }, '999999999999 is meant'],
  ])('deploy.sh rejects %s', (_case, stub, sentence) => {
    const { status, stderr, calls } = deploySh('staging', stub);
    expect([status, stderr.includes(sentence)]).toEqual([1, true]);
    expect(calls.join()).not.toMatch(/cdk deploy|docker push/);
  });

  it('prints every step of a dry run with its values and calls nothing', () => {
    const { status, stderr, calls } = deploySh('--dry-run staging', { CANAR_ACCOUNT: '111122223333' });
    expect(status).toBe(0);
    expect(calls.filter((call) => !call.startsWith('git '))).toEqual([]);
    for (const line of ['docker push 111122223333', 'npx cdk deploy', 'aws s3 sync', 'verify'])
      expect(stderr).toContain(line);
  });

  it('prints queries in a dry run quoted for a shell', () => {
    const printed = deploySh('--dry-run staging')
      .stderr.split('\n')
      .filter((line) => line.includes('describe-stacks'));
    const asked = deploySh('staging').calls.filter((call) => call.includes('describe-stacks'));
    writeFileSync(join(folder, 'log'), '');
    const env = { PATH: `${folder}:${process.env['PATH']}`, STUB_LOG: join(folder, 'log') };
    spawnSync('bash', ['-c', printed.map((line) => line.replace(/^ *\$ /, '')).join('\n')], { env });
    expect(readFileSync(join(folder, 'log'), 'utf8').trim().split('\n')).toEqual(asked);
  });

  it('accepts three stages and never prompts without a terminal', () => {
    expect(deploySh('prod').stderr).toContain('development, staging, production');
    expect(deploySh('').status).toBe(1);
  });
});

describe('deploy.sh rollback', () => {
  it('rolls back image and site to the previous release', () => {
    const { status, calls } = deploySh('rollback staging');
    const before = '0'.repeat(40);
    expect(status).toBe(0);
    expect(calls).toContainEqual(
      expect.stringMatching(`cdk deploy staging/Compute --exclusively .*imageTag=${before}`),
    );
    expect(calls).toContain(`git worktree add --force --detach ${folder}/canar-site-${before} ${before}`);
    expect(calls.at(-1)).toContain('verify');
  });

  it('rejects a rollback to a release that was never pushed', () => {
    const { status, calls } = deploySh('rollback staging 2222');
    expect([status, calls.join().includes('cdk')]).toEqual([1, false]);
  });
});

describe('deploy.sh teardown', () => {
  it('rejects a teardown of production before any prompt', () => {
    const { status, calls } = deploySh('teardown production', { CANAR_YES: '1' });
    expect([status, calls.filter((call) => !call.startsWith('git '))]).toEqual([1, []]);
  });

  it('a teardown deletes nothing without confirmation', () => {
    expect(deploySh('teardown staging').calls.join()).not.toContain('destroy');
    expect(deploySh('teardown staging', { CANAR_YES: '1' }).calls.join()).toContain(
      'npx cdk destroy staging/** --force',
    );
  });
});

describe('deploy.sh restore', () => {
  it.each([
    ['--to 2026-11-23T10:15:00Z', '--restore-time 2026-11-23T10:15:00Z'],
    ['--latest', '--use-latest-restorable-time'],
    ['--backup arn:aws:rds:copy', '--db-snapshot-identifier arn:aws:rds:copy'],
  ])('restores beside the running database: %s', (when, option) => {
    const { status, calls } = deploySh(`restore production ${when}`);
    const restore = calls.find((call) => call.startsWith('aws rds restore'));
    expect(status).toBe(0);
    expect(restore).toContain(option);
    expect(restore).toMatch(
      /cpm-db-restored-\d{12} .*--vpc-security-group-ids sg-1 --db-parameter-group-name cpm-parameters/,
    );
    expect(calls.join()).not.toMatch(/modify-db-instance|update-service/);
  });

  it('swaps databases while the API is stopped, keeps the old one, restarts tasks', () => {
    const { status, calls } = deploySh('restore production --swap cpm-db-restored-1', { CANAR_YES: '1' });
    const acts = calls.filter((call) => /update-service|modify-db-instance|cdk|verify/.test(call));
    expect(status).toBe(0);
    expect(acts).toEqual([
      expect.stringContaining('--desired-count 0'),
      expect.stringMatching(/--db-instance-identifier cpm-db --new-db-instance-identifier cpm-db-before-\d+/),
      expect.stringContaining('--db-instance-identifier cpm-db-restored-1 --new-db-instance-identifier cpm-db '),
      expect.stringContaining('--db-instance-identifier cpm-db --manage-master-user-password'),
      expect.stringMatching(
        /cdk deploy production\/Compute .*imageTag=1{40} -c production-database=db-NEW\/arn:secret/,
      ),
      expect.stringContaining('--desired-count 3'),
      expect.stringContaining('verify'),
    ]);
  });
});
