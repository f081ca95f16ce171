import { StoppedError } from './launch.errors';
import { Progress } from './progress';

function recorder(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  const out = { isTTY, columns: 40, write: (text: string) => written.push(text) };
  return { written, progress: new Progress(out, () => time), pass: (ms: number) => (time += ms) };
}

describe('Progress', () => {
  it('prints a finished step with tick, result and time', async () => {
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

  it('marks a failed step and rethrows its error', async () => {
    const { progress, written } = recorder(false);
    await expect(progress.step('Site', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(written).toEqual(['  ✗ Site  0.0 s\n']);
  });

  it('marks a stopped step not as failed', async () => {
    const { progress, written } = recorder(false);
    await expect(progress.step('Site', () => Promise.reject(new StoppedError()))).rejects.toThrow(StoppedError);
    expect(written).toEqual(['  – Site  0.0 s\n']);
  });

  it('redraws the running step on one line of a terminal', async () => {
    const { progress, written } = recorder(true);
    await progress.step('Site', () => Promise.resolve());
    expect(written[0]).toMatch(/^\r {2}\S Site {2}0\.0 s/);
    expect(written.at(-1)).toBe('\r\x1b[K  ✓ Site  0.0 s\n');
  });
});
