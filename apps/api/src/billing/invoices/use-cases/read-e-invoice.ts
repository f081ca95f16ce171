import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/errors/problem';
import type { TenantId } from '../../../platform/ids/ids';
import { type EInvoice, eInvoiceOf, isRegistrable } from '../domain/e-invoice';
import { eInvoiceIncomplete } from '../invoices.errors';
import { ReadInvoice } from './read-invoice';

/** Reads a document as an invoice registration portal takes it. It is sent nowhere. */
@Injectable()
export class ReadEInvoice {
  constructor(private readonly readInvoice: ReadInvoice) {}

  /** @throws {DomainError} `not-found`, also of a document that no portal registers; `e-invoice.incomplete` */
  async execute(tenantId: TenantId, id: string): Promise<EInvoice> {
    const invoice = await this.readInvoice.execute(tenantId, id);
    if (!isRegistrable(invoice)) throw notFound();
    const eInvoice = eInvoiceOf(invoice);
    if (!eInvoice) throw eInvoiceIncomplete();
    return eInvoice;
  }
}
