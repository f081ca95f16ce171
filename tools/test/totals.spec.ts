import { addUp, failureLines, projectLines, totalsLine } from './totals';

const api = JSON.stringify({
  project: 'api',
  passed: 10,
  failed: 1,
  skipped: 2,
  failures: [{ test: 'pay', message: '\u001b[31mnot paid\u001b[39m\n\nat pay.ts' }],
});
const web = JSON.stringify({ project: 'web', passed: 5, failed: 0, skipped: 0, failures: [] });

describe('the totals of a test run', () => {
  it('adds up the counts of every project', () => {
    const { total } = addUp(
      ['api', 'web'],
      new Map([
        ['api', api],
        ['web', web],
      ]),
    );
    expect(totalsLine(total)).toBe('15 passed, 1 failed, 2 skipped');
  });

  it('counts a project without a valid count as a failure', () => {
    const totals = addUp(
      ['api', 'web', 'e2e'],
      new Map([
        ['web', web],
        ['e2e', '{"passed": -1}'],
      ]),
    );
    expect(totalsLine(totals.total)).toBe('5 passed, 2 failed, 0 skipped');
    expect(projectLines(totals)).toEqual([
      '  web   5 passed, 0 failed, 0 skipped',
      '  api   could not run',
      '  e2e   could not run',
    ]);
  });

  it('names each failed test with the beginning of its message', () => {
    expect(failureLines(addUp(['api'], new Map([['api', api]])))).toEqual([
      '  api: pay',
      '      not paid',
      '      at pay.ts',
    ]);
  });

  it('omits projects that were not to be run', () => {
    expect(
      addUp(
        ['web'],
        new Map([
          ['api', api],
          ['web', web],
        ]),
      ).total.passed,
    ).toBe(5);
  });
});
