import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { TenantId } from '../../../platform/ids/ids';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import { tryAll } from '../../../platform/jobs/try-all';
import { InvoiceRepository } from '../persistence/invoice.repository';
import { IssueCreditNotes } from './issue-credit-notes';
import { IssueInvoice } from './issue-invoice';

const job = 'billing.issue-missing-invoices';
const everyHour = '23 * * * *';

/** How many payments one run looks after at most. */
const maxPayments = 200;

/** Issues the invoices and credit notes of payments that were recorded before there were invoices. */
@Injectable()
export class IssueMissingInvoices implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly unitOfWork: UnitOfWork,
    private readonly invoices: InvoiceRepository,
    private readonly issueInvoice: IssueInvoice,
    private readonly issueCreditNotes: IssueCreditNotes,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, z.object({}), () => this.execute());
    this.handlers.schedule(job, everyHour);
  }

  /**
   * One payment at a time, the oldest first: one that fails stops none of the others.
   * @throws {AggregateError} the failures, after all others are issued
   */
  async execute(): Promise<void> {
    const payments = await this.invoices.paymentsWithout(maxPayments);
    await tryAll(payments, 'Payments that still have no invoice', ({ tenantId, paymentId }) =>
      this.issue(tenantId, paymentId),
    );
  }

  private issue(tenantId: TenantId, paymentId: string): Promise<void> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (await this.invoices.ofPayment(tenantId, paymentId)) return;
      await this.issueInvoice.execute(tenantId, paymentId);
      await this.issueCreditNotes.execute(tenantId, paymentId);
    });
  }
}
