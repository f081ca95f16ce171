import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { TenantId, UserId } from '../../../platform/ids/ids';
import type { TimePosition } from '../../../platform/paging/cursors';
import type { Invoice, Series } from '../domain/invoice';

/** A payment, as its invoice needs it. */
export interface InvoicedPayment {
  amount: number;
  paidAt: Date;
  provider: string;
  description: string;
  buyerId: UserId;
}

/** A refund of a payment, as its credit note needs it. */
export interface CreditedRefund {
  id: string;
  amount: number;
  refundedAt: Date;
  /** Whether its credit note is issued. */
  credited: boolean;
}

/** What a document is about. */
export interface Subject {
  tenantId: TenantId;
  paymentId: string;
  refundId: string | null;
}

type Row = Omit<Invoice, 'amount' | 'taxable' | 'cgst' | 'sgst' | 'igst'> &
  Record<'amount' | 'taxable' | 'cgst' | 'sgst' | 'igst', string>;

const columns = `id, kind, number, financial_year AS "financialYear", issued_at AS "issuedAt", occurred_at AS "occurredAt",
  amount, taxable, cgst, sgst, igst, content`;

/** Stores invoices and credit notes, and the series of their numbers. */
@Injectable()
export class InvoiceRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Takes the next number of a series; its row stays locked until the unit of work ends, so take it last. */
  async takeNumber(
    { seller, prefix }: Series,
    financialYear: number,
    now: Date,
  ): Promise<{ position: number; issuedAt: Date }> {
    const [row] = await this.unitOfWork.query<{ position: number; issuedAt: Date }>(
      `INSERT INTO billing.invoice_series AS s (seller, prefix, financial_year, last, last_issued_at) VALUES ($1, $2, $3, 1, $4)
       ON CONFLICT (seller, prefix, financial_year)
         DO UPDATE SET last = s.last + 1, last_issued_at = greatest(s.last_issued_at, $4)
       RETURNING last AS position, last_issued_at AS "issuedAt"`,
      [seller, prefix, financialYear, now],
    );
    if (!row) throw new Error('A series always has a next number.');
    return row;
  }

  async add(
    { tenantId, paymentId, refundId }: Subject,
    { seller, prefix }: Series,
    position: number,
    invoice: Invoice,
  ): Promise<void> {
    const { id, kind, number, financialYear, issuedAt, occurredAt, amount, taxable, cgst, sgst, igst } = invoice;
    await this.unitOfWork.query(
      `INSERT INTO billing.invoices (tenant_id, payment_id, refund_id, seller, prefix, position, id, kind, number,
         financial_year, issued_at, occurred_at, amount, taxable, cgst, sgst, igst, content)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [tenantId, paymentId, refundId, seller, prefix, position, id, kind, number, financialYear, issuedAt, occurredAt]
        .concat([amount, taxable, cgst, sgst, igst])
        .concat([JSON.stringify(invoice.content)]),
    );
  }

  /** The payment of an id. @throws {Error} when there is none */
  async paymentOf(tenantId: TenantId, paymentId: string): Promise<InvoicedPayment> {
    const [row] = await this.unitOfWork.query<Omit<InvoicedPayment, 'amount'> & { amount: string }>(
      `SELECT p.amount, p.paid_at AS "paidAt", p.provider, o.description, o.buyer_id AS "buyerId"
       FROM billing.payments p JOIN billing.orders o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
       WHERE p.tenant_id = $1 AND p.id = $2`,
      [tenantId, paymentId],
    );
    if (!row) throw new Error('A payment that is invoiced is stored.');
    return { ...row, amount: Number(row.amount) };
  }

  /** The refunds of a payment in the order in which they happened. */
  async refundsOf(tenantId: TenantId, paymentId: string): Promise<CreditedRefund[]> {
    const rows = await this.unitOfWork.query<Omit<CreditedRefund, 'amount'> & { amount: string }>(
      `SELECT r.id, r.amount, r.refunded_at AS "refundedAt", i.id IS NOT NULL AS credited
       FROM billing.payments p
       JOIN billing.refunds r ON r.tenant_id = p.tenant_id AND r.provider = p.provider
         AND r.provider_payment_id = p.provider_payment_id AND r.currency = p.currency
       LEFT JOIN billing.invoices i ON i.tenant_id = r.tenant_id AND i.refund_id = r.id
       WHERE p.tenant_id = $1 AND p.id = $2 ORDER BY r.refunded_at, r.provider_refund_id`,
      [tenantId, paymentId],
    );
    return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
  }

  /** The invoice of a payment; null until it is issued. */
  async ofPayment(tenantId: TenantId, paymentId: string): Promise<Invoice | null> {
    const [row] = await this.unitOfWork.query<Row>(
      `SELECT ${columns} FROM billing.invoices WHERE tenant_id = $1 AND payment_id = $2 AND kind = 'invoice'`,
      [tenantId, paymentId],
    );
    return row ? withNumbers(row) : null;
  }

  /** Payments of all tenants that have no invoice, the oldest first. */
  paymentsWithout(limit: number): Promise<{ tenantId: TenantId; paymentId: string }[]> {
    return this.unitOfWork.read(
      { role: 'canar_jobs' },
      `SELECT p.tenant_id AS "tenantId", p.id AS "paymentId" FROM billing.payments p
       WHERE NOT EXISTS (SELECT 1 FROM billing.invoices i
         WHERE i.tenant_id = p.tenant_id AND i.payment_id = p.id AND i.kind = 'invoice')
       ORDER BY p.id LIMIT $1`,
      [limit],
    );
  }

  async find(tenantId: TenantId, id: string): Promise<Invoice | null> {
    const [row] = await this.unitOfWork.read<Row>(
      { tenant: tenantId },
      `SELECT ${columns} FROM billing.invoices WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id],
    );
    return row ? withNumbers(row) : null;
  }

  /** Documents older than a position, newest first. */
  async list(tenantId: TenantId, before: TimePosition | undefined, limit: number): Promise<Invoice[]> {
    const rows = await this.unitOfWork.read<Row>(
      { tenant: tenantId },
      `SELECT ${columns} FROM billing.invoices
       WHERE tenant_id = $1 AND ($2::timestamptz IS NULL OR (issued_at, id) < ($2, $3::uuid))
       ORDER BY issued_at DESC, id DESC LIMIT $4`,
      [tenantId, before?.at ?? null, before?.id ?? null, limit],
    );
    return rows.map(withNumbers);
  }
}

function withNumbers({ amount, taxable, cgst, sgst, igst, ...row }: Row): Invoice {
  return {
    ...row,
    amount: Number(amount),
    taxable: Number(taxable),
    cgst: Number(cgst),
    sgst: Number(sgst),
    igst: Number(igst),
  };
}
