import { said, stubbedPrograms } from './testing';

const release = '2'.repeat(40);
const programs = stubbedPrograms();
const { deploySh } = programs;

/** The calls with these beginnings, in their order. */
const inOrder = (calls: string[], ...beginnings: string[]) =>
  calls.flatMap((call) => [...new Set(beginnings)].filter((beginning) => call.startsWith(beginning)));

describe('deploy.sh STAGE', () => {
  it('checks, bootstraps, pushes the image, deploys, uploads the site and verifies', () => {
    const { status, stdout, calls } = deploySh('staging', {
      STUB_UNKNOWN: '1',
      STUB_STATE: 'none',
      ...said,
    });
    expect(status).toBe(0);
    const order = [
      'aws sts get-caller-identity',
      'aws cloudwatch list-metrics',
      'docker info',
      'npm ci',
      'npx cdk deploy Account staging/Delivery',
      'docker login',
      'docker build',
      'docker push',
      'npx cdk deploy staging/**',
      'npx nx build web',
      'aws s3 sync ./apps/web/out/_next/static',
      'aws s3 sync ./apps/web/out s3:',
      'aws cloudfront create-invalidation',
      'aws cloudfront wait',
      'aws ecs wait services-stable',
      'aws logs put-log-events',
      'npx cdk deploy staging/**',
      'npm run --silent verify -- https://staging.canar.dev',
    ];
    expect(inOrder(calls, ...order)).toEqual(order);
    const stacks = calls.filter((call) => call.startsWith('npx cdk deploy staging/**'));
    const told = [`account=111122223333`, `imageTag=${release}`, 'staging-domain=staging.canar.dev/Z1'];
    const zones = 'zones=us-east-1a,us-east-1b,us-east-1c';
    const more = ['alertAddress=you@canar.dev', 'repository=you@1/canar@2', zones, 'staging-demo=true'];
    const context = [...told, ...more].map((value) => `-c ${value}`).join(' ');
    expect(stacks).toEqual([
      `npx cdk deploy staging/** --require-approval never ${context} -c protection=off`,
      `npx cdk deploy staging/** --require-approval never ${context}`,
    ]);
    expect(calls).toContainEqual(expect.stringMatching(`docker push 111122223333.*/cpm-backend-staging:${release}`));
    expect(stdout).toContain('Product       https://staging.canar.dev');
  });

  it('keeps hashed files for a year, and pages at the edge for five minutes', () => {
    const uploads = deploySh('staging').calls.filter((call) => call.startsWith('aws s3 sync'));
    expect(uploads[0]).toContain('--cache-control public, max-age=31536000, immutable');
    expect(uploads[0]).not.toContain('--delete');
    expect(uploads[1]).toContain('--exclude _next/static/* --cache-control s-maxage=300 --delete');
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

  it('promotes the image that was tested in staging by its digest', () => {
    const { status, calls } = deploySh('production', { STUB_IN_STAGING: '0' });
    expect(status).toBe(0);
    expect(calls.filter((call) => call.startsWith('docker build'))).toEqual([
      `docker buildx imagetools create --tag 111122223333.dkr.ecr.us-east-1.amazonaws.com/cpm-backend:${release} ` +
        '111122223333.dkr.ecr.us-east-1.amazonaws.com/cpm-backend-staging@sha256:abc',
    ]);
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
    const { status, stderr, calls } = deploySh('--dry-run staging', { ...said, CANAR_ACCOUNT: '111122223333' });
    expect(status).toBe(0);
    expect(calls.filter((call) => !call.startsWith('git '))).toEqual([]);
    for (const line of ['docker push 111122223333', 'npx cdk deploy', 'aws s3 sync', 'verify'])
      expect(stderr).toContain(line);
  });

  it('prints queries in a dry run quoted for a shell', () => {
    const printed = deploySh('--dry-run staging', said)
      .stderr.split('\n')
      .filter((line) => line.includes('describe-stacks') && line.includes('Outputs'));
    const asked = deploySh('staging').calls.filter(
      (call) => call.includes('describe-stacks') && call.includes('Outputs'),
    );
    expect(programs.shell(printed.map((line) => line.replace(/^ *\$ /, '')).join('\n')).calls).toEqual(asked);
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
    expect(calls).toContain(`git worktree add --force --detach ${programs.folder}/canar-site-${before} ${before}`);
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

  it('a teardown empties the vault of backups, which AWS Backup does not delete full', () => {
    const { calls } = deploySh('teardown staging', { CANAR_YES: '1' });
    const acts = calls.filter((call) => /delete-recovery-point|destroy|delete-parameters/.test(call));
    expect(acts).toEqual([
      'aws backup delete-recovery-point --backup-vault-name cpm-backups-staging --recovery-point-arn arn:copy:1',
      'aws backup delete-recovery-point --backup-vault-name cpm-backups-staging --recovery-point-arn arn:copy:2',
      expect.stringContaining('npx cdk destroy staging/** --force'),
      expect.stringContaining('/cpm/settings/staging/domain'),
    ]);
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
    const acts = calls.filter((call) => /update-service|modify-db-instance|put-parameter|cdk|verify/.test(call));
    expect(status).toBe(0);
    expect(acts).toEqual([
      expect.stringContaining('--desired-count 0'),
      expect.stringMatching(/--db-instance-identifier cpm-db --new-db-instance-identifier cpm-db-before-\d+/),
      expect.stringContaining('--db-instance-identifier cpm-db-restored-1 --new-db-instance-identifier cpm-db '),
      expect.stringMatching(
        /--db-instance-identifier cpm-db --manage-master-user-password .*--max-allocated-storage 200/,
      ),
      expect.stringContaining('--name /cpm/settings/production/database --value db-NEW/arn:secret '),
      expect.stringMatching(
        /cdk deploy production\/Compute .*imageTag=1{40} .*-c production-database=db-NEW\/arn:secret/,
      ),
      expect.stringContaining('--desired-count 3'),
      expect.stringContaining('verify'),
    ]);
  });

  it.each(['production', 'rollback production'])('keeps the restored database in %s', (words) => {
    const { calls } = deploySh(words, { STUB_DATABASE: 'db-RESTORED/arn:secret' });
    const deployed = calls.filter((call) => call.startsWith('npx cdk deploy'));
    expect(deployed).not.toEqual([]);
    for (const call of deployed) expect(call).toContain('-c production-database=db-RESTORED/arn:secret');
  });
});
