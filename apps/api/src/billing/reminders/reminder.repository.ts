import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId, UserId } from '../../platform/ids/ids';

/** Stores which reminders were mailed. */
@Injectable()
export class ReminderRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The tenants with paid time that ends after an instant and before another. */
  async tenantsEnding(after: Date, before: Date): Promise<TenantId[]> {
    const rows = await this.unitOfWork.read<{ tenantId: TenantId }>(
      { role: 'canar_jobs' },
      'SELECT DISTINCT tenant_id AS "tenantId" FROM billing.periods WHERE ends_at > $1 AND ends_at <= $2',
      [after, before],
    );
    return rows.map(({ tenantId }) => tenantId);
  }

  /** Notes a reminder; false when it was mailed before. */
  async add(tenantId: TenantId, paymentId: string, days: number, now: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `INSERT INTO billing.reminders (tenant_id, payment_id, days, reminded_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [tenantId, paymentId, days, now],
    );
    return rows.length === 1;
  }

  /** Who placed the order of a payment. */
  async buyerOf(tenantId: TenantId, paymentId: string): Promise<UserId> {
    const [row] = await this.unitOfWork.query<{ buyerId: UserId }>(
      `SELECT o.buyer_id AS "buyerId" FROM billing.payments p
       JOIN billing.orders o ON o.tenant_id = p.tenant_id AND o.id = p.order_id WHERE p.tenant_id = $1 AND p.id = $2`,
      [tenantId, paymentId],
    );
    if (!row) throw new Error('A period is paid by a payment of an order.');
    return row.buyerId;
  }
}
