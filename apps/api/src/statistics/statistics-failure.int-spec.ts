import { Client } from 'pg';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { JobHandlers } from '../platform/jobs/job-handlers';
import { ApiCaller } from '../platform/testing/api-caller';
import { eventually } from '../platform/testing/eventually';
import { startTestApp, type TestApp } from '../test-app';
import { VisitCounter } from './visit-counter';
import { VisitStore } from './visit-store';
import { publishDocument, type Publishing } from '../publishing/testing';
import { deleteOldCountsJob } from './use-cases/delete-old-counts';

const browser = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15';

let test: TestApp;
let visitor: ApiCaller;
let made: Publishing;
beforeAll(async () => {
  test = await startTestApp();
  visitor = new ApiCaller(test.app, { 'user-agent': browser });
});
afterAll(() => test.close());
beforeEach(async () => {
  made = await publishDocument(test, { basics: { name: 'Meenakshi Iyer' } });
});
afterEach(() => jest.restoreAllMocks());

const flush = () => test.app.get(VisitCounter, { strict: false }).flush();

async function look(times: number): Promise<void> {
  for (; times > 0; times -= 1) expect((await visitor.get(`/p/${made.slug}`)).status).toBe(200);
}

async function counted(): Promise<number> {
  const rows = await test.sql<{ count: number }>(
    `SELECT count FROM profiles.visit_counts WHERE profile_id = $1 AND facet = 'kind'`,
    [made.id],
  );
  return rows.reduce((sum, { count }) => sum + count, 0);
}

describe('views that cannot be written', () => {
  it('serves pages while counts cannot be written, and writes them once later', async () => {
    await test.sql('ALTER TABLE profiles.visit_counts RENAME TO away');
    await look(2);
    await flush();
    await look(1);
    await flush();
    await test.sql('ALTER TABLE profiles.away RENAME TO visit_counts');
    await look(1);
    await flush();
    await flush();
    expect(await counted()).toBe(4);
  });

  it('writes counts once when the response to a commit is lost', async () => {
    const unitOfWork = test.app.get(UnitOfWork);
    const run = unitOfWork.run.bind(unitOfWork);
    await look(3);
    jest.spyOn(unitOfWork, 'run').mockImplementationOnce(async (scope, work) => {
      await run(scope, work);
      throw new Error('Connection terminated unexpectedly');
    });
    await flush();
    expect(await counted()).toBe(3);
    await look(1);
    await flush();
    expect(await counted()).toBe(4);
  });

  it('writes counts once when the connection breaks in the middle', async () => {
    const blocker = new Client({ connectionString: test.database.adminUrl });
    await blocker.connect();
    await blocker.query('BEGIN; LOCK TABLE profiles.visit_counts IN ACCESS EXCLUSIVE MODE');
    await look(2);
    const cut = flush();
    const waiting = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
      AND query LIKE '%WITH sent AS%'`;
    const [row] = await eventually(
      () => test.sql<{ pid: number }>(waiting),
      (rows) => rows.length === 1,
    );
    await look(1);
    await test.sql('SELECT pg_terminate_backend($1)', [row?.pid]);
    await cut;
    await blocker.query('ROLLBACK');
    await blocker.end();
    await flush();
    expect(await counted()).toBe(3);
  });

  it('reads the outcome of a known transaction, and null for an unknown one', async () => {
    const store = test.app.get(VisitStore, { strict: false });
    const { id } = (await test.sql<{ id: string }>('SELECT pg_current_xact_id()::text AS id'))[0] ?? { id: '' };
    expect([await store.outcome(id), await store.outcome(String(BigInt(id) + 1_000_000n))]).toEqual([
      'committed',
      null,
    ]);
  });
});

describe('old counts', () => {
  it('deletes counts after 25 months, and no others', async () => {
    await look(1);
    await flush();
    const days = ['2023-12-14', '2023-12-15', '2026-01-14'];
    for (const day of days) {
      await test.sql(
        `INSERT INTO profiles.visit_counts (tenant_id, profile_id, day, facet, value, count)
         VALUES ($1, $2, $3, 'kind', 'pdf', 7)`,
        [made.person.user.tenantId, made.id, day],
      );
    }
    await test.app.get(JobHandlers).work(deleteOldCountsJob, {});
    const left = await test.sql<{ day: string }>(
      `SELECT day::text FROM profiles.visit_counts WHERE profile_id = $1 AND facet = 'kind' ORDER BY day`,
      [made.id],
    );
    expect(left.map(({ day }) => day)).toEqual(['2023-12-15', '2026-01-14', '2026-01-15']);
  });
});
