import { StoppedError } from './launch.errors';
import { Progress } from './progress';

function recorder(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  const out = { isTTY, columns: 40, write: (text: string) => written.push(text) };
  return { written, progress: new Progress(out, () => time), pass: (ms: number) => (time += ms) };
}

describe('the progress of a launch', () => {
  it('ends each step with a tick, its result and its time', async () => {
    const { progress, written, pass } = recorder(false);
    const answer = await progress.step('Database', async ({ working, result }) => {
      working('waiting');
      result('port 5432');
      pass(1234);
      return Promise.resolve(7);
    });
    expect(answer).toBe(7);
    expect(written).toEqual(['  ✓ Database · port 5432  1.2 s\n']);
  });

  it('marks a step that failed and passes its error on', async () => {
    const { progress, written } = recorder(false);
    await expect(progress.step('Site', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(written).toEqual(['  ✗ Site  0.0 s\n']);
  });

  it('does not call a step failed that was stopped', async () => {
    const { progress, written } = recorder(false);
    await expect(progress.step('Site', () => Promise.reject(new StoppedError()))).rejects.toThrow(StoppedError);
    expect(written).toEqual(['  – Site  0.0 s\n']);
  });

  it('shows on a terminal what it works at, on one line that it replaces', async () => {
    const { progress, written } = recorder(true);
    await progress.step('Site', () => Promise.resolve());
    expect(written[0]).toMatch(/^\r {2}\S Site {2}0\.0 s/);
    expect(written.at(-1)).toBe('\r\x1b[K  ✓ Site  0.0 s\n');
  });
});
