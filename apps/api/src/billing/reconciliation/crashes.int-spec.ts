import { randomInt } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { startTestApp, type TestApp } from '../../test-app';
import { allRows } from '../testing/all-rows';
import { openAtProvider } from '../testing/open-at-provider';
import { Randomness } from '../testing/randomness';
import { razorpayDouble } from '../testing/razorpay-double';
import { bought, SandboxEvents } from '../testing/sandbox-events';

/** How many runs crash twice: a part of the whole, which `nx run api:proofs` runs with 200. */
const crashes = Number(process.env['RECONCILIATION_CRASHES'] ?? 6);
const seed = Number(process.env['RECONCILIATION_SEED'] ?? randomInt(2 ** 31));
const provider = razorpayDouble();
let test: TestApp;
let events: SandboxEvents;

beforeAll(async () => {
  const variables = provider.variables(await provider.double.start());
  test = await startTestApp({ ...variables, PAYMENT_PROVIDERS: 'razorpay' });
  events = new SandboxEvents(test);
  jest.spyOn(Logger.prototype, 'error').mockImplementation();
});
afterAll(async () => {
  await test.close();
  await provider.double.stop();
  jest.restoreAllMocks();
});

const reconcile = () => test.app.get(JobHandlers).work('billing.reconcile-payments', {});

describe('a reconciliation that crashes', () => {
  /** Fails from a statement of the database on, as a process that is gone. */
  function crashBefore(statement: number): jest.SpyInstance[] {
    const unitOfWork = test.app.get(UnitOfWork);
    let done = 0;
    return (['query', 'read'] as const).map((name) => {
      const ask = unitOfWork[name].bind(unitOfWork) as (...asked: unknown[]) => Promise<unknown[]>;
      return jest.spyOn(unitOfWork, name).mockImplementation((async (...asked: unknown[]) => {
        if (done >= statement) throw new Error('The process is gone.');
        done += 1;
        return ask(...asked);
      }) as never);
    });
  }

  it(`completes when it is repeated, wherever it crashed (RECONCILIATION_SEED=${seed})`, async () => {
    const random = new Randomness(seed);
    for (let run = 0; run < crashes; run += 1) {
      const { person, id, reported } = await openAtProvider(test, provider);
      const refunded = { id: `${reported.id} refund`, outcome: 'refunded', refundId: `rfnd_${id}` } as const;
      provider.event(reported);
      provider.event({ ...reported, ...refunded, amount: 99_950 });
      test.clock.advance(660);
      for (const statement of [random.below(45), random.below(45)]) {
        const crashed = crashBefore(statement);
        await reconcile().catch(() => undefined);
        crashed.forEach((spy) => spy.mockRestore());
      }
      await reconcile();
      const before = await allRows(test);
      await reconcile();
      expect(await allRows(test)).toBe(before);
      expect(await events.traces(person, id)).toEqual({ ...bought, events: 2 });
      expect((await person.api.get('/api/credits')).body['balance']).toBe(250);
    }
  }, 1_200_000);
});
