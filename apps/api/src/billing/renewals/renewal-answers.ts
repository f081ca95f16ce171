import { Injectable } from '@nestjs/common';
import type { CheckoutId, TenantId } from '../../platform/ids/ids';
import { graceEnd } from '../domain/facts';
import type { CapturedPayment } from '../payments/payment-provider';
import { PaymentRepository } from '../persistence/payment.repository';
import { isStillWanted } from './domain/renewal';
import { MandateRepository } from './mandate.repository';
import { RenewalMails } from './renewal-mails';
import { RenewalRepository } from './renewal.repository';
import { KnownRenewals } from './known-renewals';

interface OfTenant {
  tenantId: TenantId;
  id: CheckoutId;
}

/** What the events of an order mean for mandates and renewals. All of it is part of the caller's unit of work, which holds the order's lock. */
@Injectable()
export class RenewalAnswers {
  constructor(
    private readonly knownRenewals: KnownRenewals,
    private readonly renewals: RenewalRepository,
    private readonly mandates: MandateRepository,
    private readonly payments: PaymentRepository,
    private readonly mails: RenewalMails,
  ) {}

  /** Whether captured money is a debit that its customer did not want any more; never what is recorded already. */
  async isUnwanted({ tenantId, id }: OfTenant, provider: string, event: CapturedPayment, now: Date): Promise<boolean> {
    const attempt = await this.renewals.find(tenantId, id);
    if (!attempt) return false;
    const key = { provider, providerPaymentId: event.paymentId };
    if ((await this.payments.idOf(tenantId, id, key)) !== null) return false;
    return !isStillWanted(await this.knownRenewals.lock(tenantId, now), attempt);
  }

  /** Notes the consent that was given with a payment, and that it has ended since when that was reported first. */
  async authorised(order: OfTenant, provider: string, { mandate, occurredAt }: CapturedPayment): Promise<void> {
    if (!mandate) return;
    const { tenantId, id } = order;
    await this.mandates.authorise(tenantId, id, mandate, occurredAt);
    const endedAt = await this.payments.endOf(provider, mandate.mandateId);
    if (endedAt !== null) await this.ended(order, endedAt);
  }

  /** Notes the answer to a debit; the customer hears of one that failed. */
  async answered({ tenantId, id }: OfTenant, outcome: 'captured' | 'failed', now: Date): Promise<void> {
    const attempt = await this.renewals.find(tenantId, id);
    if (!attempt || attempt.answeredAt !== null) return;
    await this.renewals.note(tenantId, id, 'answered', now);
    if (outcome === 'captured' || attempt.calledBackAt !== null) return;
    const { subscription } = await this.knownRenewals.lock(tenantId, now);
    const period = subscription.periods.find(({ paidBy }) => paidBy === attempt.follows);
    if (!period) return;
    await this.mails.send('failed', tenantId, attempt.mandateId, { ...attempt, on: graceEnd(period) });
  }

  /** Notes that a mandate was ended at the bank; its customer hears of it. */
  async ended({ tenantId, id }: OfTenant, on: Date): Promise<void> {
    const terms = await this.mandates.termsOf(tenantId, id);
    if (!terms || !(await this.mandates.end(tenantId, id, 'bank', on))) return;
    await this.mails.send('ended', tenantId, id, { ...terms, on });
  }
}
