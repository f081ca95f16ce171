import { parse } from 'yaml';
import { faultsOf } from './faults';
import { readWorkflows, type Workflow } from './workflow';

const made = (text: string): Workflow => ({ file: 'planted.yml', text, content: parse(text) as Workflow['content'] });

const sound = `name: planted
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
    '%s has no fault',
    async (_, workflow) => {
      expect(await faultsOf(workflow)).toEqual([]);
    },
  );

  it('hold no key of AWS', () => {
    for (const { text } of readWorkflows()) expect(text).not.toMatch(/aws-(access|secret)|secrets\.AWS/i);
  });
});

describe('faultsOf', () => {
  it('finds none in a sound workflow', async () => {
    expect(await faultsOf(made(sound))).toEqual([]);
  });

  it.each([
    ['an action by its tag', sound.replace(/@a+ # /, '@'), 'is not pinned'],
    ['a commit without its version', sound.replace(' # v6.1.0', ''), 'is not pinned'],
    ['no permissions', sound.replace('permissions: {}\n', ''), 'no permissions'],
    ['a job without an end', sound.replace('    timeout-minutes: 5\n', ''), 'no timeout-minutes'],
    ['a script that is not there', sound.replace('run verify', 'run verfiy'), 'nobody knows'],
    ['a file that is not there', sound.replace(/npm run .*/, './deploy.bash'), 'nobody knows'],
    ['a word that Actions does not know', sound.replace('runs-on', 'run-on'), 'run-on'],
  ])('finds %s', async (_fault, text, sentence) => {
    expect((await faultsOf(made(text))).join('\n')).toContain(sentence);
  });
});
