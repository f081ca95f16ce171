import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { said, stubbedPrograms } from './testing';

const { deploySh, checkEnvironment } = stubbedPrograms();

describe('the settings of a stage', () => {
  const contextOf = (calls: string[]) => calls.filter((call) => call.startsWith('npx cdk')).at(-1) ?? '';

  it('stores the settings of a stage at the first deployment, then only changes', () => {
    const CANAR_RETENTION_KEY = `MCowBQYDK2VuAyEA${'A'.repeat(43)}=`;
    const first = deploySh('staging', { ...said, CANAR_RETENTION_KEY, STUB_UNKNOWN: '1', STUB_STATE: 'none' }).calls;
    expect(contextOf(first)).toContain(` -c staging-retention-key=${CANAR_RETENTION_KEY}`);
    const kept = (calls: string[]) => calls.filter((call) => call.startsWith('aws ssm put-parameter'));
    expect(kept(first).map((call) => /settings\/(\S+) --value (\S+)/.exec(call)?.slice(1))).toEqual([
      ['staging/domain', 'staging.canar.dev/Z1'],
      ['staging/alert-address', 'you@canar.dev'],
      ['staging/repository', 'you@1/canar@2'],
      ['staging/zones', 'us-east-1a,us-east-1b,us-east-1c'],
      ['staging/demo', 'true'],
      ['staging/retention-key', CANAR_RETENTION_KEY],
    ]);
    expect(kept(deploySh('staging', { CANAR_DOMAIN: 'new.canar.dev/Z1' }).calls)).toEqual([
      'aws ssm put-parameter --name /cpm/settings/staging/domain --value new.canar.dev/Z1 --type String --overwrite --output text',
    ]);
  });

  it.each(['staging', 'rollback staging', 'restore staging --swap cpm-db-restored-1', 'teardown staging'])(
    'reads the stored settings for %s in a shell without variables',
    (words) => {
      expect(contextOf(deploySh(words, { CANAR_YES: '1' }).calls)).toMatch(
        /-c staging-domain=staging.canar.dev\/Z1 -c alertAddress=you@canar.dev -c repository=you@1\/canar@2 -c zones=us-east-1a,us-east-1c,us-east-1d/,
      );
    },
  );

  it.each([
    ['no domain', { CANAR_DOMAIN: '' }, 'CANAR_DOMAIN is not set'],
    ['a domain without its zone', { CANAR_DOMAIN: 'canar.dev' }, 'NAME/ZONE-ID'],
    ['an example domain', { CANAR_DOMAIN: 'example.com/Z1' }, 'example.com is an example'],
    ['the committed zone', { CANAR_DOMAIN: 'canar.dev/Z0123456789EXAMPLE' }, 'is an example'],
    ['no alert address', { CANAR_ALERT_ADDRESS: '' }, 'CANAR_ALERT_ADDRESS is not set'],
    ['an example alert address', { CANAR_ALERT_ADDRESS: 'you@example.com' }, 'is an example'],
    ['no repository', { CANAR_REPOSITORY: '' }, 'CANAR_REPOSITORY is not set'],
    ['the committed repository', { CANAR_REPOSITORY: 'canar-app/canar' }, 'is an example'],
    ['a private retention key', { CANAR_RETENTION_KEY: 'MC4CAQAwBQYDK2VuBCIEIA==' }, 'no public key of X25519'],
  ])('rejects settings with %s, also in a dry run', (_case, wrong, sentence) => {
    for (const words of ['staging', '--dry-run staging']) {
      const { status, stderr, calls } = deploySh(words, { STUB_UNKNOWN: '1', ...said, ...wrong });
      expect([status, stderr.includes(`✗ `), stderr.includes(sentence)]).toEqual([1, true, true]);
      expect(calls.join()).not.toMatch(/npx cdk|put-parameter|docker/);
    }
  });
});

describe('a first deployment', () => {
  const first = (stub: Record<string, string> = {}) =>
    deploySh('production', { ...said, CANAR_DOMAIN: 'canar.dev/Z1', STUB_UNKNOWN: '1', STUB_STATE: 'none', ...stub });

  it.each([
    ['production', 'staging', /^✗ staging is in account 111122223333, and whoever deploys production there/m],
    ['staging', 'development production', /^✗ production is in account 111122223333/m],
  ])('rejects %s in the account of %s before anything is made, unless it was said', (stage, neighbours, sentence) => {
    const beside = {
      ...said,
      CANAR_DOMAIN: 'canar.dev/Z1',
      STUB_UNKNOWN: '1',
      STUB_STATE: 'none',
      STUB_NEIGHBOURS: neighbours,
    };
    const { status, stderr, calls } = deploySh(stage, beside);
    expect([status, stderr]).toEqual([1, expect.stringMatching(sentence)]);
    expect(calls.join()).not.toMatch(/npx cdk|put-parameter|service-linked/);
    expect(deploySh(stage, { ...beside, CANAR_SHARED_ACCOUNT: 'true' }).status).toBe(0);
  });

  it('accepts what shares no account with production, and what is deployed already', () => {
    const beside = { ...said, STUB_UNKNOWN: '1', STUB_STATE: 'none', STUB_NEIGHBOURS: 'development staging' };
    expect(deploySh('staging', beside).status).toBe(0);
    expect(deploySh('production', { STUB_NEIGHBOURS: 'staging production' }).status).toBe(0);
  });

  it('makes the service-linked roles that the account lacks', () => {
    const made = (calls: string[]) => calls.filter((call) => call.includes('create-service-linked-role'));
    expect(made(first({ STUB_REFUSES: 'get-role' }).calls)).toHaveLength(6);
    expect(made(first().calls)).toEqual([]);
  });

  it.each([
    ['a zone that the registry does not name', { STUB_SERVERS: 'ns1.registrar.net' }, 'is answered by'],
    ['a name that is taken', { STUB_TAKEN: 'A' }, 'has a record already'],
  ])('rejects %s before anything is made', (_case, stub, sentence) => {
    const { status, stderr, calls } = first(stub);
    expect([status, stderr.includes(sentence)]).toEqual([1, true]);
    expect(calls.join()).not.toMatch(/npx cdk|put-parameter|service-linked/);
  });

  it('leaves out the zone in which CloudFront has no VPC origins, whatever its letter', () => {
    expect(first().calls).toContainEqual(expect.stringMatching(/describe-availability-zones .*ZoneId!='use1-az3'/));
  });

  it('says which quotas of a young account are too low', () => {
    const { status, stderr } = first({ STUB_PROCESSORS: '6.0', STUB_FUNCTIONS: '10' });
    expect(status).toBe(0);
    expect(stderr).toContain('Fargate gives this account 6 processors');
    expect(stderr).toContain('Lambda runs 10 functions');
  });

  it.each(['ROLLBACK_FAILED', 'ROLLBACK_COMPLETE', 'CREATE_FAILED'])(
    'repeats a first deployment that ended in %s',
    (state) => {
      const broken = { STUB_STATE: 'CREATE_COMPLETE', STUB_BROKEN: 'cpm-(data|compute)', STUB_BROKEN_STATE: state };
      const { status, calls } = deploySh('production', { ...broken });
      expect(status).toBe(0);
      const acts = calls.filter((call) =>
        /termination|modify|delete-stack |stack-delete|npx cdk deploy production/.test(call),
      );
      expect(acts.slice(0, 8)).toEqual([
        expect.stringContaining('--no-enable-termination-protection --stack-name cpm-compute'),
        expect.stringContaining('modify-load-balancer-attributes --load-balancer-arn arn:alb'),
        'aws cloudformation delete-stack --stack-name cpm-compute',
        'aws cloudformation wait stack-delete-complete --stack-name cpm-compute',
        expect.stringContaining('--no-enable-termination-protection --stack-name cpm-data'),
        expect.stringContaining('modify-db-instance --db-instance-identifier cpm-db --no-deletion-protection'),
        'aws cloudformation delete-stack --stack-name cpm-data',
        'aws cloudformation wait stack-delete-complete --stack-name cpm-data',
      ]);
      expect(acts[8]).toContain('npx cdk deploy production/**');
    },
  );

  it.each([
    ['UPDATE_ROLLBACK_FAILED', 'continue-update-rollback'],
    ['DELETE_FAILED', 'delete-stack'],
    ['UPDATE_IN_PROGRESS', 'Wait'],
  ])('deletes nothing that may hold data: %s', (state, remedy) => {
    const { status, stderr, calls } = deploySh('production', { STUB_BROKEN: 'cpm-data', STUB_BROKEN_STATE: state });
    expect([status, stderr.includes(remedy)]).toEqual([1, true]);
    expect(calls.join()).not.toMatch(/delete-stack|npx cdk/);
  });
});

describe('what a deployment asks of AWS', () => {
  it("calls AWS exactly as tools/deploy/calls.txt lists for the deploy role's spec", () => {
    const calls = ['staging', 'rollback staging', 'production'].flatMap((words) => deploySh(words).calls);
    const asked = calls.flatMap((call) => /^aws (\S+ (?:wait )?\S+)/.exec(call)?.[1] ?? []);
    const listed = readFileSync(join(__dirname, 'calls.txt'), 'utf8').trim().split('\n');
    expect([...new Set(asked)].sort()).toEqual(listed);
  });

  it('installs no package again after the workflow did', () => {
    expect(deploySh('staging', { CANAR_INSTALLED: '1' }).calls.join()).not.toContain('npm ci');
  });

  it('verifies within the time that the operator allows', () => {
    expect(deploySh('staging', { CANAR_WITHIN_MS: '600' }).calls.at(-1)).toMatch(/verify -- \S+ --within 600$/);
  });
});

describe('check-environment.sh', () => {
  it.each(['true', 'false'])('says whether somebody has to approve: %s', (reviewed) => {
    const { status, stdout } = checkEnvironment('production', { STUB_REVIEWED: reviewed });
    expect([status, stdout]).toEqual([0, `reviewed=${reviewed}\n`]);
  });

  it.each([
    ['does not exist', { STUB_REFUSES: 'environments/staging --jq' }],
    ['of every branch', { STUB_REFUSES: 'deployment-branch-policies' }],
    ['of main release', { STUB_BRANCHES: 'main release' }],
  ])('rejects an environment that %s', (_case, stub) => {
    const { status, stdout, stderr } = checkEnvironment('staging', stub);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('The environment staging');
  });
});
