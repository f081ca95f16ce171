import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../../platform/ids/ids';
import { Buyers } from '../buyers';
import { ConfiguredSeller } from '../configured-seller';
import { type InvoiceContent, placeOfSupply, supplyOf } from '../domain/invoice';
import { taxWithin } from '../domain/tax';
import { InvoiceRepository } from '../persistence/invoice.repository';
import { IssueDocument } from './issue-document';

/** Issues the invoice of a payment. */
@Injectable()
export class IssueInvoice {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly buyers: Buyers,
    private readonly configured: ConfiguredSeller,
    private readonly issueDocument: IssueDocument,
  ) {}

  /** Part of the unit of work that records the payment, after all its other locks: neither is without the other. */
  async execute(tenantId: TenantId, paymentId: string): Promise<void> {
    const { amount, paidAt, provider, description, buyerId } = await this.invoices.paymentOf(tenantId, paymentId);
    const { buyer, recipient } = await this.buyers.of(tenantId, buyerId);
    const { seller, terms } = this.configured;
    const content: InvoiceContent = {
      demonstration: provider === 'sandbox',
      seller,
      buyer,
      placeOfSupply: placeOfSupply(seller, buyer),
      terms,
      description,
      corrects: null,
    };
    const parts = taxWithin(amount, terms?.rate ?? 0, supplyOf(content));
    const draft = { kind: 'invoice', occurredAt: paidAt, amount, ...parts, content } as const;
    await this.issueDocument.execute({ tenantId, paymentId, refundId: null }, draft, recipient);
  }
}
