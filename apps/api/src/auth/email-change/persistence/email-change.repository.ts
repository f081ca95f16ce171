import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';
import { emailKey, formerEmailKey } from '../../domain/email-key';
import { linkSeconds } from '../../domain/mailed-link';
import { heldAt } from '../../persistence/account.repository';
import type { UserEntity } from '../../persistence/user.entity';

/** A change of an account's address. */
export interface EmailChange {
  id: string;
  userId: UserId;
  oldEmail: string;
  oldEmailKey: string;
  newEmail: string;
  newEmailKey: string;
  requestedAt: Date;
  /** Until when it can be confirmed. */
  expiresAt: Date;
  confirmedAt: Date | null;
}

const columns = `id, user_id AS "userId", old_email AS "oldEmail", old_email_key AS "oldEmailKey", new_email AS "newEmail",
  new_email_key AS "newEmailKey", requested_at AS "requestedAt", expires_at AS "expiresAt", confirmed_at AS "confirmedAt"`;
const pending = 'confirmed_at IS NULL AND cancelled_at IS NULL AND undone_at IS NULL';

/** Whether another account than `u` has the address `$3` (`$4` in its former form), or may still return to it at `$5`. */
const taken = `
  EXISTS (SELECT 1 FROM auth.users o WHERE o.id <> u.id
            AND (o.email_key = $3 OR o.clashing_key = $3 OR (o.email_key = $4 AND o.key_version = 1)))
  OR EXISTS (SELECT 1 FROM auth.email_changes c WHERE ${heldAt('$5')} AND c.old_email_key = $3 AND c.user_id <> u.id)`;

/** Keeps changes of addresses. */
@Injectable()
export class EmailChangeRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Lets nobody else change a person's address until the unit of work ends. */
  async lockPerson(userId: UserId): Promise<void> {
    await this.unitOfWork.query('SELECT 1 FROM auth.users WHERE id = $1 FOR NO KEY UPDATE', [userId]);
  }

  async add(user: UserEntity, newEmail: string, now: Date): Promise<EmailChange> {
    const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    const [expiresAt, undoUntil] = [after(linkSeconds['change-email']), after(linkSeconds['undo-email-change'])];
    const [change] = await this.unitOfWork.query<EmailChange>(
      `INSERT INTO auth.email_changes
         (id, user_id, old_email, old_email_key, new_email, new_email_key, requested_at, expires_at, undo_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING ${columns}`,
      [newId(), user.id, user.email, user.emailKey, newEmail, emailKey(newEmail), now, expiresAt, undoUntil],
    );
    return change as EmailChange;
  }

  /** The change of an id, locked, while it is pending. */
  async lockPending(id: string): Promise<EmailChange | null> {
    const sql = `SELECT ${columns} FROM auth.email_changes WHERE id = $1 AND ${pending} FOR UPDATE`;
    return (await this.unitOfWork.query<EmailChange>(sql, [id]))[0] ?? null;
  }

  /** The change of a person that is pending and can still be confirmed. */
  async findPending(userId: UserId, now: Date): Promise<EmailChange | null> {
    const sql = `SELECT ${columns} FROM auth.email_changes WHERE user_id = $1 AND ${pending} AND expires_at > $2`;
    return (await this.unitOfWork.query<EmailChange>(sql, [userId, now]))[0] ?? null;
  }

  /** Cancels what is pending. @returns whether something was */
  async cancelPending(userId: UserId, now: Date): Promise<boolean> {
    const sql = `UPDATE auth.email_changes SET cancelled_at = $2 WHERE user_id = $1 AND ${pending} RETURNING 1`;
    return (await this.unitOfWork.query(sql, [userId, now])).length > 0;
  }

  /** Whether another account has the new address, or may still return to it. */
  async isTaken({ userId, newEmail, newEmailKey }: EmailChange, now: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT 1 FROM auth.users u WHERE u.id = $1 AND $2::text IS NOT NULL AND (${taken})`,
      [userId, newEmail, newEmailKey, formerEmailKey(newEmail), now],
    );
    return rows.length > 0;
  }

  /** Gives the account its new address; false when the account has another one than before, is blocked, or the new one is taken. */
  async confirm(change: EmailChange, now: Date): Promise<boolean> {
    const { id, userId, oldEmailKey, newEmail, newEmailKey } = change;
    const rows = await this.unitOfWork.query(
      `UPDATE auth.users u SET email = $2, email_key = $3, key_version = 2, clashing_key = NULL, email_verified_at = $5
       WHERE u.id = $1 AND u.email_key = $6 AND u.blocked_at IS NULL AND NOT (${taken}) RETURNING 1`,
      [userId, newEmail, newEmailKey, formerEmailKey(newEmail), now, oldEmailKey],
    );
    if (rows.length === 0) return false;
    const undoUntil = new Date(now.getTime() + linkSeconds['undo-email-change'] * 1000);
    await this.unitOfWork.query('UPDATE auth.email_changes SET confirmed_at = $2, undo_until = $3 WHERE id = $1', [
      id,
      now,
      undoUntil,
    ]);
    return true;
  }

  /** The earliest change of a person away from an address that can still be undone. */
  async findUndoable(userId: UserId, oldEmailKey: string, now: Date): Promise<EmailChange | null> {
    const [change] = await this.unitOfWork.query<EmailChange>(
      `SELECT ${columns} FROM auth.email_changes
       WHERE user_id = $1 AND old_email_key = $2 AND undone_at IS NULL AND undo_until > $3
       ORDER BY requested_at LIMIT 1`,
      [userId, oldEmailKey, now],
    );
    return change ?? null;
  }

  /**
   * Undoes a change and all that came after it, removes the passkeys, identities and the second factor that were added since, and gives the
   * account its former address again.
   * @returns the address that the account has lost, null when it had the former one; false when that is taken
   */
  async undo({ userId, oldEmail, oldEmailKey, requestedAt }: EmailChange, now: Date): Promise<string | null | false> {
    await this.unitOfWork.query(
      `UPDATE auth.email_changes SET undone_at = $3 WHERE user_id = $1 AND requested_at >= $2 AND undone_at IS NULL`,
      [userId, requestedAt, now],
    );
    for (const table of ['auth.passkeys', 'auth.identities']) {
      await this.unitOfWork.query(`DELETE FROM ${table} WHERE user_id = $1 AND created_at >= $2`, [
        userId,
        requestedAt,
      ]);
    }
    await this.unitOfWork.query('DELETE FROM auth.second_factors WHERE user_id = $1 AND created_at >= $2', [
      userId,
      requestedAt,
    ]);
    const [user] = await this.unitOfWork.query<Pick<UserEntity, 'email' | 'emailKey'>>(
      'SELECT email, email_key AS "emailKey" FROM auth.users WHERE id = $1',
      [userId],
    );
    if (!user || user.emailKey === oldEmailKey) return null;
    const version = emailKey(oldEmail) === oldEmailKey ? 2 : 1;
    const rows = await this.unitOfWork.query(
      `UPDATE auth.users u SET email = $2, email_key = $3, key_version = $4, clashing_key = NULL, email_verified_at = $5
       WHERE u.id = $1 AND NOT EXISTS (SELECT 1 FROM auth.users o WHERE o.email_key = $3 AND o.id <> u.id) RETURNING 1`,
      [userId, oldEmail, oldEmailKey, version, now],
    );
    return rows.length === 1 && user.email;
  }

  /** Deletes a batch of changes that cannot be undone any more. @returns how many */
  async deleteBatch(before: Date, batch: number): Promise<number> {
    const rows = await this.unitOfWork.query(
      `DELETE FROM auth.email_changes WHERE id IN (
         SELECT id FROM auth.email_changes WHERE undo_until < $1 ORDER BY undo_until LIMIT $2) RETURNING 1`,
      [before, batch],
    );
    return rows.length;
  }
}
