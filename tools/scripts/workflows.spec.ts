import { parse } from 'yaml';
import { errorsIn, readWorkflows, type Workflow } from './workflows';

const workflowOf = (text: string): Workflow => ({ file: 'example.yml', text });

const valid = `name: example
on: push
permissions: {}
jobs:
  one:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@${'a'.repeat(40)} # v6.1.0
      - run: npm run verify -- https://canar.example
`;

describe('the workflows', () => {
  it.each(readWorkflows().map((workflow) => [workflow.file, workflow] as const))(
    '%s has no errors',
    async (_, workflow) => {
      expect(await errorsIn(workflow)).toEqual([]);
    },
  );

  it('no workflow contains an AWS access key', () => {
    for (const { text } of readWorkflows()) expect(text).not.toMatch(/aws-(access|secret)|secrets\.AWS/i);
  });
});

describe('the deployment of a stage', () => {
  const { text = '' } = readWorkflows().find(({ file }) => file.endsWith('deploy-stage.yml')) ?? {};

  it('installs packages, which run scripts, before it has credentials', () => {
    const steps = ['run: npm ci', 'configure-aws-credentials', 'run: ./deploy.sh'].map((step) => text.indexOf(step));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(text).toContain("CANAR_INSTALLED: '1'");
  });

  it('leaves a rollback as much time as a release, and credentials as long', () => {
    expect(text).toContain('timeout-minutes: 120');
    expect(text).toContain('role-duration-seconds: 7200');
  });
});

describe('the deployments of main', () => {
  const { text = '' } = readWorkflows().find(({ file }) => file.endsWith('/deploy.yml')) ?? {};
  const { jobs } = parse(text) as {
    jobs: Record<string, { needs?: string | string[]; if?: string; outputs?: object }>;
  };

  it('go to production after staging, and only where somebody has to approve', () => {
    expect(jobs['environments']?.outputs).toEqual({ reviewed: '${{ steps.production.outputs.reviewed }}' });
    expect(text).toMatch(/id: production\n.*\n +run: .*check-environment\.sh production >> "\$GITHUB_OUTPUT"/);
    expect(jobs['production']).toMatchObject({
      needs: ['environments', 'staging'],
      if: "needs.environments.outputs.reviewed == 'true'",
    });
  });

  it('name no environment that was not checked, which GitHub would make', () => {
    const unchecked = Object.entries(jobs).filter(([, { needs = [] }]) => ![needs].flat().includes('environments'));
    expect(unchecked.map(([name]) => name)).toEqual(['environments']);
  });
});

describe('errorsIn', () => {
  it('finds no errors in a valid workflow', async () => {
    expect(await errorsIn(workflowOf(valid))).toEqual([]);
  });

  it.each([
    ['an action pinned by tag', valid.replace(/@a+ # /, '@'), 'is not pinned'],
    ['a pinned action without its version', valid.replace(' # v6.1.0', ''), 'is not pinned'],
    ['missing permissions', valid.replace('permissions: {}\n', ''), 'no permissions'],
    ['a job without timeout', valid.replace('    timeout-minutes: 5\n', ''), 'no timeout-minutes'],
    ['an unknown script', valid.replace('run verify', 'run verfiy'), 'unknown command'],
    ['a missing file', valid.replace(/npm run .*/, './deploy.bash'), 'unknown command'],
    ['an unknown key', valid.replace('runs-on', 'run-on'), 'run-on'],
  ])('reports %s in a workflow', async (_error, text, message) => {
    expect((await errorsIn(workflowOf(text))).join('\n')).toContain(message);
  });
});
