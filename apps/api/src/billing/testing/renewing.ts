import { type Person, registerPerson } from '../../auth/testing';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { mailsTo } from '../../platform/testing/captured-mails';
import type { TestApp } from '../../test-app';
import type { PlanId } from '../domain/plans';
import type { Subscription } from '../dto/billing.dto';
import { SandboxProvider } from '../payments/sandbox-provider';
import { signInAgain, subscribeForGood } from '../testing';

export const hour = 3_600;
export const day = 24 * hour;

/** Renewals of the running product, by the sandbox and the clock. */
export class Renewing {
  constructor(private readonly test: TestApp) {}

  /** The hourly job. */
  readonly renew = (): Promise<unknown> => this.test.app.get(JobHandlers).work('billing.renew-subscriptions', {});

  /** Ends at the provider the mandates that are to be ended. */
  readonly endMandates = (): Promise<unknown> => this.test.app.get(JobHandlers).work('billing.end-mandates', {});

  /** Moves the clock, and the job runs. */
  async later(seconds: number): Promise<void> {
    this.test.clock.advance(seconds);
    await this.renew();
  }

  /** A person whose renewal was announced and may be debited now. */
  async announced(): Promise<{ person: Person; mandate: string }> {
    const person = await registerPerson(this.test.app);
    const mandate = await subscribeForGood(person);
    await this.later(27 * day);
    this.test.clock.advance(25 * hour);
    return { person: await signInAgain(this.test, person), mandate };
  }

  async subscriptionOf(person: Person): Promise<Subscription> {
    return (await person.api.get<Subscription>('/api/subscription')).body;
  }

  /** Chooses another plan for the time after the paid one. */
  async change({ api }: Person, plan: PlanId): Promise<void> {
    const headers = { 'idempotency-key': plan };
    expect((await api.post('/api/subscription/change', { body: { plan }, headers })).status).toBe(200);
  }

  /** The bank answers after the product has asked: the outcome is in its list of events only. */
  answerLate(): void {
    const sandbox = this.test.app.get(SandboxProvider);
    const debit = sandbox.debit.bind(sandbox);
    jest.spyOn(sandbox, 'debit').mockImplementation(async (asked) => {
      await debit(asked);
      return null as never;
    });
  }

  /** Rows of a person's tenant. */
  rowsOf<Row = Record<string, unknown>>({ user }: Person, columns: string, table: string, order = '1'): Promise<Row[]> {
    const sql = `SELECT ${columns} FROM billing.${table} WHERE tenant_id = $1 ORDER BY ${order}`;
    return this.test.sql<Row>(sql, [user.tenantId]);
  }

  /** What a person has bought, and what became of the tries to renew it. */
  async counted({ user: { tenantId } }: Person): Promise<Record<string, unknown> | undefined> {
    const [row] = await this.test.sql(
      `SELECT (SELECT count(*)::int FROM billing.payments WHERE tenant_id = $1) AS payments,
         (SELECT count(*)::int FROM billing.periods WHERE tenant_id = $1) AS periods,
         (SELECT count(*)::int FROM billing.renewals WHERE tenant_id = $1) AS tries,
         (SELECT count(*)::int FROM billing.renewals WHERE tenant_id = $1 AND called_back_at IS NOT NULL) AS "calledBack",
         (SELECT count(*)::int FROM billing.unmatched_payments WHERE tenant_id = $1) AS unmatched`,
      [tenantId],
    );
    return row;
  }

  /** The subjects of the mails to a person, but for those of invoices. */
  async subjectsTo({ user }: Person): Promise<string[]> {
    const subjects = (await mailsTo(this.test, user.email)).map(({ subject }) => subject);
    return subjects.filter((each) => !each.includes('invoice'));
  }
}
