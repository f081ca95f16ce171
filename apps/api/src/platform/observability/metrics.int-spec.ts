import { registerPerson } from '../../auth/testing';
import { grantCredits, allowEditing } from '../../credits/testing';
import { CreditCharges } from '../../credits';
import { UnitOfWork } from '../database/unit-of-work';
import { JobHandlers } from '../jobs/job-handlers';
import { ApiCaller } from '../testing/api-caller';
import { startTestApp, type TestApp } from '../../test-app';
import { EmbeddedMetrics } from './embedded-metrics';
import { Metrics } from './metrics';
import type { TenantId } from '../ids/ids';

type Line = Record<string, unknown>;

/** What is real: PostgreSQL, the whole API, and the lines that leave it by its standard output. */
describe('what the API measures', () => {
  let test: TestApp;
  let anonymous: ApiCaller;
  const out = jest.spyOn(process.stdout, 'write');

  beforeAll(async () => {
    test = await startTestApp({ METRICS: 'emf', METRICS_SERVICE: 'cpm-backend-test' });
    anonymous = new ApiCaller(test.app);
  });
  afterAll(async () => {
    out.mockRestore();
    await test.close();
  });

  /** The lines that were written while something happened; what was seen before it is not in them. */
  async function linesOf(act: () => Promise<unknown>): Promise<Line[]> {
    const metrics = test.app.get(Metrics) as EmbeddedMetrics;
    out.mockReturnValue(true);
    metrics.flush();
    out.mockClear();
    await act();
    metrics.flush();
    const written = out.mock.calls.map(([text]) => String(text));
    return written.filter((text) => text.startsWith('{"_aws"')).map((text) => JSON.parse(text) as Line);
  }

  const work = (job: string) => test.app.get(JobHandlers).work(job, {});

  async function tenantWithCredits(): Promise<TenantId> {
    const { tenantId } = (await registerPerson(test.app)).user;
    await allowEditing(test, tenantId);
    await grantCredits(test, tenantId);
    return tenantId;
  }

  const charge = (tenantId: TenantId, fails = false) =>
    test.app.get(UnitOfWork).run({ tenant: tenantId }, async () => {
      const reference = '0199a000-0000-7000-8000-000000000001';
      await test.app.get(CreditCharges).charge({ tenantId, action: 'profile.edit', reference });
      if (fails) throw new Error('changed my mind');
    });

  it('writes metrics to the log under the name of the service', async () => {
    const lines = await linesOf(() => anonymous.get('/api/user'));
    expect(lines).toContainEqual(
      expect.objectContaining({ ServiceName: 'cpm-backend-test', Route: 'read', Status: '4xx', Requests: 1 }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ Route: 'read', Latency: [expect.any(Number)] }));
  });

  it('omits health checks and every part of a path', async () => {
    const lines = await linesOf(async () => {
      await anonymous.get('/api/auth/health');
      await anonymous.get('/p/somebody-private');
    });
    expect(JSON.stringify(lines)).not.toContain('somebody');
    expect(lines.map(({ Route }) => Route).filter((route) => route !== 'public-page')).toEqual([]);
  });

  it('counts failed sign-ins of known and unknown people', async () => {
    const { user } = await registerPerson(test.app);
    const lines = await linesOf(async () => {
      await anonymous.post('/api/login', { body: { email: user.email, password: 'not the right one' } });
      await anonymous.post('/api/login', { body: { email: 'nobody@example.in', password: 'not the right one' } });
    });
    expect(lines).toContainEqual(expect.objectContaining({ FailedSignIns: 2 }));
  });

  it('counts credits that were spent, and none that were rolled back', async () => {
    const tenantId = await tenantWithCredits();
    await expect(linesOf(() => charge(tenantId))).resolves.toContainEqual(expect.objectContaining({ CreditsSpent: 5 }));
    const other = await tenantWithCredits();
    const lines = await linesOf(() => charge(other, true).catch(() => undefined));
    expect(JSON.stringify(lines)).not.toContain('CreditsSpent');
  });

  it('counts unsigned webhooks separately from failed ones', async () => {
    const lines = await linesOf(() => anonymous.post('/api/billing/webhooks/sandbox', { body: { id: 'forged' } }));
    expect(lines).toContainEqual(expect.objectContaining({ WebhookRefusals: 1 }));
    expect(JSON.stringify(lines)).not.toContain('WebhookFailures');
  });

  it('reports a ledger that was changed outside of the API', async () => {
    const tenantId = await tenantWithCredits();
    const whole = await linesOf(() => work('credits.verify-ledgers'));
    expect(whole).toContainEqual(expect.objectContaining({ LedgerMismatches: 0 }));
    await test.sql(`SET session_replication_role = replica`);
    await test.sql(`UPDATE credits.entries SET amount = amount + 1 WHERE tenant_id = $1 AND sequence = 1`, [tenantId]);
    await test.sql(`SET session_replication_role = origin`);
    const lines = await linesOf(() => work('credits.verify-ledgers'));
    expect(lines).toContainEqual(expect.objectContaining({ LedgerMismatches: 1, LedgersVerified: expect.any(Number) }));
  });
});
