import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { tryAll } from '../../platform/jobs/try-all';
import { PaymentProviders } from '../payments/payment-providers';
import { MandateRepository, type MandateToEnd } from '../renewals/mandate.repository';

const job = 'billing.end-mandates';
const everyFiveMinutes = '*/5 * * * *';

/** How many mandates one run ends at most. */
const maxMandates = 200;

/** Ends at the provider the mandates that have ended here, and those of tenants that were closed or blocked; its customer is deleted there. */
@Injectable()
export class EndMandates implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly mandates: MandateRepository,
    private readonly providers: PaymentProviders,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, z.object({}), () => this.execute());
    this.handlers.schedule(job, everyFiveMinutes);
  }

  /**
   * What is to be ended follows from what is stored, so that a crash repeats, and asking the provider again changes nothing.
   * @throws {AggregateError} the failures, after all the others were ended
   */
  async execute(): Promise<void> {
    const names = this.providers.all.map(({ name }) => name);
    const left = await this.mandates.toEnd(names, maxMandates);
    await tryAll(left, 'Mandates that still live', (mandate) => this.end(mandate));
  }

  /** It ends here first: what the provider then reports of it is known. */
  private async end({ tenantId, id, provider, ...reference }: MandateToEnd): Promise<void> {
    const inTenant = (work: () => Promise<unknown>) => this.unitOfWork.run({ tenant: tenantId }, work);
    await inTenant(() => this.mandates.end(tenantId, id, 'closing', this.clock.now()));
    await this.providers.mandatesOf(provider).end(id, reference);
    await inTenant(() => this.mandates.setCancelled(tenantId, id, this.clock.now()));
  }
}
