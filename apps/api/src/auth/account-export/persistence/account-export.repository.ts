import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';
import type { StoredExport } from '../domain/account-export';

/** Stores at most one export for each person. */
@Injectable()
export class AccountExportRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(userId: UserId): Promise<StoredExport | null> {
    const [row] = await this.unitOfWork.read<Omit<StoredExport, 'bytes'> & { bytes: string | null }>(
      'global',
      `SELECT id, requested_at AS "requestedAt", failed_at AS "failedAt", ready_at AS "readyAt", expires_at AS "expiresAt", bytes
       FROM auth.account_exports WHERE user_id = $1`,
      [userId],
    );
    return row ? { ...row, bytes: row.bytes === null ? null : Number(row.bytes) } : null;
  }

  /** Puts an export that is still to be built into the place of the one before. */
  async begin(userId: UserId, id: string, now: Date): Promise<void> {
    await this.unitOfWork.query(
      `INSERT INTO auth.account_exports (user_id, id, requested_at) VALUES ($1, $2, $3)
       ON CONFLICT (user_id) DO UPDATE SET id = $2, requested_at = $3, failed_at = NULL, ready_at = NULL, expires_at = NULL, bytes = NULL`,
      [userId, id, now],
    );
  }

  /** Marks an export as ready; false when it was built before, was replaced, or its person is gone. */
  async complete(userId: UserId, id: string, bytes: number, now: Date, expiresAt: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `UPDATE auth.account_exports SET ready_at = $4, expires_at = $5, bytes = $3, failed_at = NULL
       WHERE user_id = $1 AND id = $2 AND ready_at IS NULL RETURNING 1`,
      [userId, id, bytes, now, expiresAt],
    );
    return rows.length === 1;
  }

  /** Notes that an attempt to build an export has failed. */
  async fail(userId: UserId, id: string, now: Date): Promise<void> {
    await this.unitOfWork.query(
      'UPDATE auth.account_exports SET failed_at = $3 WHERE user_id = $1 AND id = $2 AND ready_at IS NULL',
      [userId, id, now],
    );
  }

  /** The persons whose export has expired. */
  async expired(now: Date): Promise<UserId[]> {
    const sql = 'SELECT user_id AS id FROM auth.account_exports WHERE expires_at <= $1 LIMIT 1000';
    return (await this.unitOfWork.read<{ id: UserId }>({ role: 'canar_jobs' }, sql, [now])).map(({ id }) => id);
  }

  /** Forgets an export that has expired; false when another was asked for meanwhile. */
  async forget(userId: UserId, now: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      'DELETE FROM auth.account_exports WHERE user_id = $1 AND expires_at <= $2 RETURNING 1',
      [userId, now],
    );
    return rows.length === 1;
  }
}
