import { Metrics } from '../observability/metrics';
import { startTestApp, type TestApp } from '../../test-app';
import { JobHandlers } from './job-handlers';

/** What is real: PostgreSQL and the queue. */
describe('the measure of the queue', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  const addJob = (runAt: string) => test.sql(`SELECT graphile_worker.add_job('nobody.works-this', run_at := ${runAt})`);

  async function ageOfOldest(): Promise<number> {
    const [oldest] = await test.sql<{ seconds: string }>(
      'SELECT extract(epoch FROM now() - min(run_at)) AS seconds FROM graphile_worker._private_jobs',
    );
    return Number(oldest?.seconds);
  }

  async function measured(): Promise<Record<string, number>> {
    const report = jest.spyOn(test.app.get(Metrics), 'report');
    await test.app.get(JobHandlers).work('jobs.measure-queue', {});
    const reported = Object.fromEntries(report.mock.calls as unknown as [string, number][]);
    report.mockRestore();
    return reported;
  }

  it('measures the age of the oldest due job that no worker has taken', async () => {
    expect(await measured()).toEqual({ QueueAge: 0, JobsGivenUp: 0 });
    await addJob(`now() + interval '1 hour'`);
    expect(await measured()).toMatchObject({ QueueAge: 0 });
    await addJob(`now() - interval '10 minutes'`);
    const before = await ageOfOldest();
    const { QueueAge } = await measured();
    expect(before).toBeGreaterThanOrEqual(600);
    expect(QueueAge).toBeGreaterThanOrEqual(Math.floor(before));
    expect(QueueAge).toBeLessThanOrEqual(Math.ceil(await ageOfOldest()));
  });

  it('counts the jobs that reached their maximum of attempts', async () => {
    await test.sql(`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`);
    expect(await measured()).toEqual({ QueueAge: 0, JobsGivenUp: 2 });
  });

  it('schedules the measure every minute, ledgers and keys at their hours', () => {
    const { scheduled } = test.app.get(JobHandlers);
    expect(scheduled).toEqual(
      expect.arrayContaining([
        { task: 'jobs.measure-queue', match: '* * * * *' },
        { task: 'credits.verify-ledgers', match: '17 */6 * * *' },
        { task: 'idempotency.forget-keys', match: '23 3 * * *' },
      ]),
    );
  });
});
