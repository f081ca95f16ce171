import { Injectable } from '@nestjs/common';
import { Printing } from '../../platform/heavy-work/printing';
import type { TenantId } from '../../platform/ids/ids';
import { invoiceFailed } from './invoices.errors';
import type { Invoice } from './domain/invoice';
import { invoiceSheet } from './domain/invoice-sheet';

/** Prints documents as PDF. */
@Injectable()
export class InvoicePrinter {
  constructor(private readonly printing: Printing) {}

  /** @throws {DomainError} `invoice.failed`, `work.busy` */
  async print(tenantId: TenantId, invoice: Invoice): Promise<Uint8Array> {
    const options = { turn: { queue: tenantId }, tooLarge: invoiceFailed, version: invoice.id };
    const sheet = invoiceSheet(invoice);
    return (await this.printing.run('invoice', options, (printer) => printer.printInvoice(sheet))).pdf;
  }
}
