import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../../platform/ids/ids';
import { Cursors, timePosition } from '../../../platform/paging/cursors';
import { OperatedPaymentRepository, type WaitingPayment } from '../persistence/operated-payment.repository';

const list = 'billing.waiting-payments';

/** Lists the captured money of all tenants that bought nothing and waits for an operator. */
@Injectable()
export class ListWaitingPayments {
  constructor(
    private readonly payments: OperatedPaymentRepository,
    private readonly cursors: Cursors,
  ) {}

  /** One page, newest first. @param tenantId of the caller @throws {DomainError} `request.invalid` for an invalid cursor */
  async execute(
    tenantId: TenantId,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ payments: WaitingPayment[]; nextCursor: string | null }> {
    const before = this.cursors.read(list, tenantId, cursor, timePosition);
    const rows = await this.payments.listWaiting(before, limit + 1);
    const payments = rows.slice(0, limit);
    const last = payments.at(-1);
    if (rows.length <= limit || !last) return { payments, nextCursor: null };
    return { payments, nextCursor: this.cursors.write(list, tenantId, { at: last.exactAt, id: last.id }) };
  }
}
