import { registerPerson } from '../../auth/testing';
import { JobHandlers } from '../jobs/job-handlers';
import { startTestApp, type TestApp } from '../../test-app';
import { retentionDays } from './forget-keys';

/** What is real: PostgreSQL, with the role that may delete keys and nothing else of them. */
describe('old idempotency keys', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it('deletes idempotency keys of all tenants after a week', async () => {
    for (const name of ['one', 'two']) {
      const { tenantId } = (await registerPerson(test.app)).user;
      for (const [age, key] of [[retentionDays - 1, 'young'] as const, [retentionDays + 1, 'old'] as const]) {
        await test.sql(
          `INSERT INTO platform.idempotency_keys (tenant_id, key, fingerprint, created_at)
           VALUES ($1, $2, '', $3::timestamptz - make_interval(days => $4))`,
          [tenantId, `${key} ${name}`, test.clock.now(), age],
        );
      }
    }
    await test.app.get(JobHandlers).work('idempotency.forget-keys', {});
    const left = await test.sql(`SELECT key FROM platform.idempotency_keys ORDER BY key`);
    expect(left).toEqual([{ key: 'young one' }, { key: 'young two' }]);
  });
});
