import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { UserId } from '../../platform/ids/ids';
import { lastWayToSignIn } from './identities.errors';

/** Sees to it that nobody removes the last way in which they can sign in. */
@Injectable()
export class WaysToSignIn {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Does what removes a way to sign in, unless none is left then; part of the caller's unit of work. Two at once wait for
   * each other.
   * @throws {DomainError} `sign-in.last-way`, and what the work throws
   */
  async removing<T>(userId: UserId, remove: () => Promise<T>): Promise<T> {
    await this.unitOfWork.query('SELECT 1 FROM auth.users WHERE id = $1 FOR NO KEY UPDATE', [userId]);
    const removed = await remove();
    const left = await this.unitOfWork.query(
      `SELECT 1 FROM auth.credentials WHERE user_id = $1 UNION ALL SELECT 1 FROM auth.passkeys WHERE user_id = $1
       UNION ALL SELECT 1 FROM auth.identities WHERE user_id = $1 LIMIT 1`,
      [userId],
    );
    if (left.length === 0) throw lastWayToSignIn();
    return removed;
  }
}
