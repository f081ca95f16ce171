import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';
import { recoveryCodeHash } from '../recovery-codes';

/** The second factor of a person. */
export interface StoredSecondFactor {
  /** Encrypted. */
  secret: Buffer;
  confirmedAt: Date | null;
  recoveryCodesLeft: number;
}

/** Keeps second factors and their recovery codes. */
@Injectable()
export class SecondFactorRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(userId: UserId): Promise<StoredSecondFactor | null> {
    const [row] = await this.unitOfWork.query<StoredSecondFactor>(
      `SELECT secret, confirmed_at AS "confirmedAt",
              (SELECT count(*)::int FROM auth.recovery_codes c WHERE c.user_id = f.user_id AND c.used_at IS NULL)
                AS "recoveryCodesLeft"
       FROM auth.second_factors f WHERE user_id = $1`,
      [userId],
    );
    return row ?? null;
  }

  /** Whether a person has to give a second factor. */
  async isOn(userId: UserId): Promise<boolean> {
    const sql = 'SELECT 1 FROM auth.second_factors WHERE user_id = $1 AND confirmed_at IS NOT NULL';
    return (await this.unitOfWork.query(sql, [userId])).length === 1;
  }

  /** Begins, or begins anew; false when the person has one already, or has not verified the address. */
  async begin(userId: UserId, secret: Buffer, now: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `INSERT INTO auth.second_factors AS f (user_id, secret, created_at)
       SELECT id, $2, $3 FROM auth.users WHERE id = $1 AND email_verified_at IS NOT NULL
       ON CONFLICT (user_id) DO UPDATE SET secret = $2, created_at = $3, last_step = 0 WHERE f.confirmed_at IS NULL
       RETURNING 1`,
      [userId, secret, now],
    );
    return rows.length === 1;
  }

  /** Turns on what was begun, by its first code; false when it is on already or was begun anew meanwhile. */
  async confirm(userId: UserId, secret: Buffer, step: number, now: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `UPDATE auth.second_factors SET confirmed_at = $4, last_step = $3
       WHERE user_id = $1 AND secret = $2 AND confirmed_at IS NULL RETURNING 1`,
      [userId, secret, step, now],
    );
    return rows.length === 1;
  }

  /** Takes the code of a time step; false when one of this or a later step was taken before. */
  async takeStep(userId: UserId, step: number): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `UPDATE auth.second_factors SET last_step = $2
       WHERE user_id = $1 AND confirmed_at IS NOT NULL AND last_step < $2 RETURNING 1`,
      [userId, step],
    );
    return rows.length === 1;
  }

  /** Takes a recovery code; false when there is none such, or it was taken before. */
  async takeRecoveryCode(userId: UserId, code: string, now: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `UPDATE auth.recovery_codes SET used_at = $3 WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING 1`,
      [userId, recoveryCodeHash(code), now],
    );
    return rows.length === 1;
  }

  /** Replaces all recovery codes. */
  async setRecoveryCodes(userId: UserId, codes: readonly string[]): Promise<void> {
    await this.unitOfWork.query('DELETE FROM auth.recovery_codes WHERE user_id = $1', [userId]);
    await this.unitOfWork.query('INSERT INTO auth.recovery_codes (user_id, code_hash) SELECT $1, unnest($2::bytea[])', [
      userId,
      codes.map(recoveryCodeHash),
    ]);
  }

  /** Stores the secret anew, encrypted with the key of today. */
  async reencrypt(userId: UserId, secret: Buffer): Promise<void> {
    await this.unitOfWork.query('UPDATE auth.second_factors SET secret = $2 WHERE user_id = $1', [userId, secret]);
  }

  /** Removes the second factor with its codes; false when there was none that was on. */
  async remove(userId: UserId): Promise<boolean> {
    const rows = await this.unitOfWork.query<{ on: boolean }>(
      'DELETE FROM auth.second_factors WHERE user_id = $1 RETURNING confirmed_at IS NOT NULL AS "on"',
      [userId],
    );
    return rows[0]?.on ?? false;
  }
}
