import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SessionId, UserId } from '../../../platform/ids/ids';
import type { SignInMethod } from '../../../platform/observability/security-events';
import type { TimePosition } from '../../../platform/paging/cursors';
import type { AuditedAct } from '../audited-acts';

/** One thing that happened to an account. */
export interface AuditEntry {
  userId: UserId;
  act: AuditedAct;
  /** In which session it happened, or which it is about. */
  sessionId?: SessionId;
  method?: SignInMethod;
  reason?: string;
}

/** An entry as it is stored, with what its session says of the device. */
export interface StoredAuditEntry {
  id: string;
  act: AuditedAct;
  method: string | null;
  reason: string | null;
  at: Date;
  /** `at` as the database has it, to the microsecond. */
  exactAt: string;
  userAgent: string | null;
}

/** Keeps what happened to accounts. */
@Injectable()
export class AuditRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Adds an entry, by the COMMIT. */
  add({ userId, sessionId, act, method, reason }: AuditEntry, at: Date): void {
    this.unitOfWork.post(
      `INSERT INTO auth.audit (id, user_id, session_id, act, method, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), userId, sessionId ?? null, act, method ?? null, reason ?? null, at],
    );
  }

  /** The entries of a person before a position, the newest first. */
  list(userId: UserId, before: TimePosition | undefined, limit: number): Promise<StoredAuditEntry[]> {
    return this.unitOfWork.read(
      'global',
      `SELECT a.id, a.act, a.method, a.reason, a.at, a.at::text AS "exactAt", s.user_agent AS "userAgent"
       FROM auth.audit a LEFT JOIN auth.sessions s ON s.id = a.session_id AND s.user_id = a.user_id
       WHERE a.user_id = $1 AND ($2::timestamptz IS NULL OR (a.at, a.id) < ($2, $3::uuid))
       ORDER BY a.at DESC, a.id DESC LIMIT $4`,
      [userId, before?.at ?? null, before?.id ?? null, limit],
    );
  }

  /** Deletes a batch of entries: failed sign-ins before one time, everything before another. @returns how many */
  async deleteBatch(failedBefore: Date, before: Date, batch: number): Promise<number> {
    const rows = await this.unitOfWork.query(
      `DELETE FROM auth.audit WHERE id IN (
         SELECT id FROM auth.audit WHERE at < $2 OR (at < $1 AND act = 'sign-in.failed') ORDER BY at LIMIT $3)
       RETURNING 1`,
      [failedBefore, before, batch],
    );
    return rows.length;
  }
}
