import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../../platform/ids/ids';
import { Cursors, timePosition } from '../../../platform/paging/cursors';
import type { Invoice } from '../domain/invoice';
import { InvoiceRepository } from '../persistence/invoice.repository';

const list = 'billing.invoices';

/** Lists the invoices and credit notes of a tenant. */
@Injectable()
export class ListInvoices {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly cursors: Cursors,
  ) {}

  /** One page, newest first. @throws {DomainError} `request.invalid` for an invalid cursor */
  async execute(
    tenantId: TenantId,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ invoices: Invoice[]; nextCursor: string | null }> {
    const before = this.cursors.read(list, tenantId, cursor, timePosition);
    const rows = await this.invoices.list(tenantId, before, limit + 1);
    const invoices = rows.slice(0, limit);
    const last = invoices.at(-1);
    const position = last && { at: last.issuedAt.toISOString(), id: last.id };
    const nextCursor = rows.length > limit ? this.cursors.write(list, tenantId, position) : null;
    return { invoices, nextCursor };
  }
}
