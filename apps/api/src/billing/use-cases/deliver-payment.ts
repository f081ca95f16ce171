import { Injectable } from '@nestjs/common';
import { GrantCredits } from '../../credits';
import { startOfPaidTime } from '../domain/facts';
import { topUpExpiry } from '../domain/top-up';
import type { LockedOrder } from '../persistence/order.repository';
import type { NewPayment } from '../persistence/payment.repository';
import { ApplyFacts } from './apply-facts';
import { IssueCreditNotes } from '../invoices/use-cases/issue-credit-notes';
import { IssueInvoice } from '../invoices/use-cases/issue-invoice';
import { TakeBackRefunded } from './take-back-refunded';

/** Gives what a payment has bought, with its invoice, and without what was given back of it before we heard of it. */
@Injectable()
export class DeliverPayment {
  constructor(
    private readonly applyFacts: ApplyFacts,
    private readonly grantCredits: GrantCredits,
    private readonly takeBackRefunded: TakeBackRefunded,
    private readonly issueInvoice: IssueInvoice,
    private readonly issueCreditNotes: IssueCreditNotes,
  ) {}

  /** Part of the caller's unit of work; the account of credits is locked, and then the series of invoices. */
  async execute(order: LockedOrder, payment: NewPayment): Promise<void> {
    const { tenantId, plan, credits: amount } = order;
    if (plan) {
      await this.applyFacts.execute(tenantId);
    } else {
      const expiresAt = topUpExpiry(startOfPaidTime(payment));
      await this.grantCredits.execute({ tenantId, source: 'top_up', reference: payment.id, amount, expiresAt });
    }
    await this.takeBackRefunded.execute(order, payment);
    await this.issueInvoice.execute(tenantId, payment.id);
    await this.issueCreditNotes.execute(tenantId, payment.id);
  }
}
