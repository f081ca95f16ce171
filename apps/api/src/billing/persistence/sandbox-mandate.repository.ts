import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutId } from '../../platform/ids/ids';

/** A mandate as the sandbox knows it. */
export interface SandboxMandate {
  maximum: number;
  expiresAt: Date;
  endedAt: Date | null;
  /** It plays an account without money. */
  refuses: boolean;
}

/** A debit that the sandbox has notified the customer of. */
export interface SandboxDebit {
  amount: number;
  noticedAt: Date;
}

/** What became of a debit, and when. */
interface SandboxAnswer {
  outcome: 'paid' | 'declined';
  debitedAt: Date;
}

/** Stores what the sandbox knows of mandates, each under the order whose checkout asked for it, and of debits. */
@Injectable()
export class SandboxMandateRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Adds a mandate; one that is there already is not changed. */
  async add(id: CheckoutId, { maximum, expiresAt }: Pick<SandboxMandate, 'maximum' | 'expiresAt'>): Promise<void> {
    await this.write(
      'INSERT INTO billing.sandbox_mandates (order_id, maximum, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [id, maximum, expiresAt],
    );
  }

  async find(id: CheckoutId): Promise<SandboxMandate | null> {
    const [row] = await this.unitOfWork.read<Omit<SandboxMandate, 'maximum'> & { maximum: string }>(
      'global',
      `SELECT maximum, expires_at AS "expiresAt", ended_at AS "endedAt", refuses
       FROM billing.sandbox_mandates WHERE order_id = $1`,
      [id],
    );
    return row ? { ...row, maximum: Number(row.maximum) } : null;
  }

  async end(id: CheckoutId, at: Date): Promise<void> {
    await this.write('UPDATE billing.sandbox_mandates SET ended_at = coalesce(ended_at, $2) WHERE order_id = $1', [
      id,
      at,
    ]);
  }

  /** Lets the debits of a mandate fail from now on, or succeed again. */
  async setRefuses(id: CheckoutId, refuses: boolean): Promise<void> {
    await this.write('UPDATE billing.sandbox_mandates SET refuses = $2 WHERE order_id = $1', [id, refuses]);
  }

  /** Notes that the customer was notified of a debit; again changes nothing. */
  async notice(id: CheckoutId, mandateId: CheckoutId, { amount, noticedAt }: SandboxDebit): Promise<void> {
    await this.write(
      `INSERT INTO billing.sandbox_debits (order_id, mandate_id, amount, noticed_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [id, mandateId, amount, noticedAt],
    );
  }

  async findDebit(id: CheckoutId): Promise<SandboxDebit | null> {
    const [row] = await this.unitOfWork.read<{ amount: string; noticedAt: Date }>(
      'global',
      'SELECT amount, noticed_at AS "noticedAt" FROM billing.sandbox_debits WHERE order_id = $1',
      [id],
    );
    return row ? { ...row, amount: Number(row.amount) } : null;
  }

  /** Notes what became of a debit. @returns what was noted first */
  async answer(id: CheckoutId, { outcome, debitedAt }: SandboxAnswer): Promise<SandboxAnswer> {
    const [row] = await this.write<SandboxAnswer>(
      `UPDATE billing.sandbox_debits SET outcome = coalesce(outcome, $2), debited_at = coalesce(debited_at, $3)
       WHERE order_id = $1 RETURNING outcome, debited_at AS "debitedAt"`,
      [id, outcome, debitedAt],
    );
    return row ?? { outcome, debitedAt };
  }

  private write<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.unitOfWork.run('global', () => this.unitOfWork.query<Row>(sql, parameters));
  }
}
