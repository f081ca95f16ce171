import { Injectable } from '@nestjs/common';
import { validate as isId } from 'uuid';
import { notFound } from '../../../platform/errors/problem';
import type { TenantId } from '../../../platform/ids/ids';
import type { Invoice } from '../domain/invoice';
import { InvoiceRepository } from '../persistence/invoice.repository';

/** Reads a document as it was issued. */
@Injectable()
export class ReadInvoice {
  constructor(private readonly invoices: InvoiceRepository) {}

  /** @throws {DomainError} `not-found` */
  async execute(tenantId: TenantId, id: string): Promise<Invoice> {
    const invoice = isId(id) ? await this.invoices.find(tenantId, id) : null;
    if (!invoice) throw notFound();
    return invoice;
  }
}
