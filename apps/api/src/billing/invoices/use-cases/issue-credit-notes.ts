import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../../platform/ids/ids';
import { Buyers } from '../buyers';
import { type Invoice, supplyOf } from '../domain/invoice';
import { taxOfRefund } from '../domain/tax';
import { type CreditedRefund, InvoiceRepository } from '../persistence/invoice.repository';
import { IssueDocument } from './issue-document';

/** Issues what is missing of the credit notes of a payment, one for each refund. It may be repeated at will. */
@Injectable()
export class IssueCreditNotes {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly buyers: Buyers,
    private readonly issueDocument: IssueDocument,
  ) {}

  /**
   * Part of the unit of work that records the payment or the refund, after all its other locks. Seller, buyer and tax are those of
   * the invoice; a payment without one has no credit notes.
   */
  async execute(tenantId: TenantId, paymentId: string): Promise<void> {
    const invoice = await this.invoices.ofPayment(tenantId, paymentId);
    if (!invoice) return;
    const refunds = await this.invoices.refundsOf(tenantId, paymentId);
    const { buyerId } = await this.invoices.paymentOf(tenantId, paymentId);
    let credited = sumOf(refunds.filter((refund) => refund.credited));
    for (const refund of refunds.filter((each) => !each.credited)) {
      const { recipient } = await this.buyers.of(tenantId, buyerId);
      const subject = { tenantId, paymentId, refundId: refund.id };
      await this.issueDocument.execute(subject, creditNote(invoice, credited, refund), recipient);
      credited += refund.amount;
    }
  }
}

function creditNote({ number, issuedAt, content }: Invoice, before: number, { amount, refundedAt }: CreditedRefund) {
  const parts = taxOfRefund(before, amount, content.terms?.rate ?? 0, supplyOf(content));
  const corrects = { number, issuedAt: issuedAt.toISOString() };
  return { kind: 'credit_note', occurredAt: refundedAt, amount, ...parts, content: { ...content, corrects } } as const;
}

function sumOf(refunds: readonly CreditedRefund[]): number {
  return refunds.reduce((sum, { amount }) => sum + amount, 0);
}
