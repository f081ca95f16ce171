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
