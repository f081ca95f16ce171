import { Injectable } from '@nestjs/common';
import { type GrantUse, ReadGrantUse } from '../../../credits';
import type { TenantId } from '../../../platform/ids/ids';
import { Cursors, timePosition } from '../../../platform/paging/cursors';
import { type OperatedPayment, OperatedPaymentRepository } from '../persistence/operated-payment.repository';

const list = 'billing.operated-payments';

/** A payment with what became of its credits. */
export type UsedPayment = OperatedPayment & { credits: GrantUse };

/** Lists a tenant's payments for an operator, with what was spent of the credits that each bought. */
@Injectable()
export class ListOperatedPayments {
  constructor(
    private readonly payments: OperatedPaymentRepository,
    private readonly readGrantUse: ReadGrantUse,
    private readonly cursors: Cursors,
  ) {}

  /** One page, newest first. @throws {DomainError} `request.invalid` for an invalid cursor */
  async execute(
    tenantId: TenantId,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ payments: UsedPayment[]; nextCursor: string | null }> {
    const rows = await this.payments.list(tenantId, this.cursors.read(list, tenantId, cursor, timePosition), limit + 1);
    const page = rows.slice(0, limit);
    const used = await this.readGrantUse.execute(
      tenantId,
      page.map(({ id }) => id),
    );
    const payments = page.map((row) => ({ ...row, credits: used.get(row.id) ?? { granted: 0, spent: 0, left: 0 } }));
    const last = page.at(-1);
    const position = last && { at: last.paidAt.toISOString(), id: last.id };
    const nextCursor = rows.length > limit ? this.cursors.write(list, tenantId, position) : null;
    return { payments, nextCursor };
  }
}
