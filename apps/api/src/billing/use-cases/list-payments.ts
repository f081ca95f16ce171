import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../platform/ids/ids';
import { Cursors, timePosition } from '../../platform/paging/cursors';
import { type ListedPayment, PaymentRepository } from '../persistence/payment.repository';

const list = 'billing.payments';

/** Lists what a tenant has paid for. */
@Injectable()
export class ListPayments {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly cursors: Cursors,
  ) {}

  /** One page, newest first. @throws {DomainError} `request.invalid` for an invalid cursor */
  async execute(
    tenantId: TenantId,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ payments: ListedPayment[]; nextCursor: string | null }> {
    const before = this.cursors.read(list, tenantId, cursor, timePosition);
    const rows = await this.payments.list(tenantId, before, limit + 1);
    const payments = rows.slice(0, limit);
    const last = payments.at(-1);
    const position = last && { at: last.paidAt.toISOString(), id: last.id };
    const nextCursor = rows.length > limit ? this.cursors.write(list, tenantId, position) : null;
    return { payments, nextCursor };
  }
}
