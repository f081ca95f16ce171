import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import { tryAll } from '../../../platform/jobs/try-all';
import { PaymentProviders } from '../../payments/payment-providers';
import { ReconcileProvider } from './reconcile-provider';

const job = 'billing.reconcile-payments';
const everyHour = '7 * * * *';

/** Asks every provider, every hour, what has happened there, and records what was not reported. */
@Injectable()
export class ReconcilePayments implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly providers: PaymentProviders,
    private readonly reconcileProvider: ReconcileProvider,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, z.object({}), () => this.execute());
    this.handlers.schedule(job, everyHour);
  }

  /** A provider that fails stops none of the others. @throws {AggregateError} the failures, after all others were asked */
  execute(): Promise<void> {
    return tryAll(this.providers.all, 'Payments could not be reconciled with all providers', (provider) =>
      this.reconcileProvider.execute(provider),
    );
  }
}
