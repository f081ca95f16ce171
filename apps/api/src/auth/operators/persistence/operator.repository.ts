import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SessionId, TenantId, UserId } from '../../../platform/ids/ids';
import type { TimePosition } from '../../../platform/paging/cursors';
import type { NewOperatorAct, OperatorAct } from '../operator-act';

/** What decides whether a request is an operator's. */
export interface OperatorAccess {
  /** Whether the person has a second factor. */
  hasSecondFactor: boolean;
  /** When its code was last given in this session. */
  secondFactorAt: Date | null;
}

/** An act of an operator, as it is stored. */
export interface StoredOperatorAct {
  id: string;
  operatorId: UserId | null;
  userId: UserId | null;
  tenantId: TenantId | null;
  act: OperatorAct;
  subject: string | null;
  reason: string;
  at: Date;
  /** `at` as the database has it, to the microsecond. */
  exactAt: string;
}

/** Keeps who is an operator, and what operators did. */
@Injectable()
export class OperatorRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What an operator has proved in a session; null when the person is no operator. */
  async access(userId: UserId, sessionId: SessionId): Promise<OperatorAccess | null> {
    const [row] = await this.unitOfWork.read<OperatorAccess>(
      'global',
      `SELECT s.second_factor_at AS "secondFactorAt",
              EXISTS (SELECT 1 FROM auth.second_factors f WHERE f.user_id = o.user_id AND f.confirmed_at IS NOT NULL)
                AS "hasSecondFactor"
       FROM auth.operators o JOIN auth.sessions s ON s.user_id = o.user_id
       WHERE o.user_id = $1 AND s.id = $2 AND s.ended_at IS NULL`,
      [userId, sessionId],
    );
    return row ?? null;
  }

  async isOperator(userId: UserId): Promise<boolean> {
    const sql = 'SELECT 1 FROM auth.operators WHERE user_id = $1';
    return (await this.unitOfWork.read('global', sql, [userId])).length === 1;
  }

  /** Makes a person an operator; false when they are one. */
  async grant(userId: UserId, now: Date): Promise<boolean> {
    const sql =
      'INSERT INTO auth.operators (user_id, granted_at) VALUES ($1, $2) ON CONFLICT (user_id) DO NOTHING RETURNING 1';
    return (await this.unitOfWork.query(sql, [userId, now])).length === 1;
  }

  /** Makes an operator an ordinary person; false when they are none. */
  async revoke(userId: UserId): Promise<boolean> {
    const sql = 'DELETE FROM auth.operators WHERE user_id = $1 RETURNING 1';
    return (await this.unitOfWork.query(sql, [userId])).length === 1;
  }

  async addAct({ operatorId, act, reason, userId, tenantId, subject }: NewOperatorAct, at: Date): Promise<void> {
    await this.unitOfWork.query(
      `INSERT INTO auth.operator_acts (id, operator_id, user_id, tenant_id, act, subject, reason, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), operatorId, userId ?? null, tenantId ?? null, act, subject ?? null, reason, at],
    );
  }

  /** The acts of all operators before a position, the newest first. */
  listActs(before: TimePosition | undefined, limit: number): Promise<StoredOperatorAct[]> {
    return this.unitOfWork.read(
      'global',
      `SELECT id, operator_id AS "operatorId", user_id AS "userId", tenant_id AS "tenantId", act, subject, reason, at,
              at::text AS "exactAt"
       FROM auth.operator_acts
       WHERE $1::timestamptz IS NULL OR (at, id) < ($1, $2::uuid)
       ORDER BY at DESC, id DESC LIMIT $3`,
      [before?.at ?? null, before?.id ?? null, limit],
    );
  }
}
