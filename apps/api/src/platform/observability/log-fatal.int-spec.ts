import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const workspace = join(__dirname, '../../../../..');
const program = join(__dirname, 'log-fatal.ts');
const marker = 'marker-of-a-person@example.in';

/** Ends a process by an error of the database that nothing handles. */
function end(how: 'throw' | 'reject') {
  const failing = how === 'throw' ? 'setTimeout(() => { throw error; });' : 'void Promise.reject(error);';
  const script = `
    const { endOnUnhandledErrors } = require(${JSON.stringify(program)});
    endOnUnhandledErrors();
    const fields = { severity: 'ERROR', code: '23505', detail: 'Key (${marker}) exists.', parameters: ['${marker}'] };
    const error = Object.assign(new Error('duplicate ${marker}'), fields);
    ${failing}`;
  const args = ['--import', 'tsx', '--eval', script];
  return spawnSync(process.execPath, args, { cwd: workspace, encoding: 'utf8' });
}

describe('endOnUnhandledErrors', () => {
  it.each(['throw', 'reject'] as const)('an unhandled error (%s) is logged without its values', (how) => {
    const { status, stderr, stdout } = end(how);
    expect(status).toBe(1);
    expect(stdout + stderr).not.toContain(marker);
    expect(JSON.parse(stderr)).toMatchObject({ level: 'fatal', err: { type: 'Error', code: '23505' } });
  });
});
