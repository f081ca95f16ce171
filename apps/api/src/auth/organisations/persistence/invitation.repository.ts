import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { TenantId, UserId } from '../../../platform/ids/ids';
import { emailKey } from '../../domain/email-key';
import type { Role } from '../../domain/roles';
import { hashOfToken } from '../invitation-token';

/** The roles that somebody can be invited to: owners are made of members. */
export type InvitedRole = Exclude<Role, 'owner'>;

/** An open invitation. */
export interface Invitation {
  id: string;
  email: string;
  emailKey: string;
  role: InvitedRole;
  invitedBy: UserId;
  invitedAt: Date;
  expiresAt: Date;
}

/** An invitation to be stored. */
export interface NewInvitation {
  email: string;
  role: InvitedRole;
  token: string;
  invitedBy: UserId;
  invitedAt: Date;
  expiresAt: Date;
}

const columns = `id, email, email_key AS "emailKey", role, invited_by AS "invitedBy", invited_at AS "invitedAt",
  expires_at AS "expiresAt"`;

/** Keeps open invitations; every call is part of a unit of work of their tenant. */
@Injectable()
export class InvitationRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** All that were not accepted, the last one first. */
  list(): Promise<Invitation[]> {
    return this.unitOfWork.query(`SELECT ${columns} FROM auth.invitations ORDER BY invited_at DESC, id DESC`);
  }

  /** Stores an invitation, in place of an earlier one to the same address. */
  async save(
    tenantId: TenantId,
    { email, role, token, invitedBy, invitedAt, expiresAt }: NewInvitation,
  ): Promise<Invitation> {
    const [invitation] = await this.unitOfWork.query<Invitation>(
      `INSERT INTO auth.invitations (tenant_id, id, email, email_key, role, token_hash, invited_by, invited_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (tenant_id, email_key) DO UPDATE SET email = excluded.email, role = excluded.role,
         token_hash = excluded.token_hash, invited_by = excluded.invited_by, invited_at = excluded.invited_at,
         expires_at = excluded.expires_at
       RETURNING ${columns}`,
      [tenantId, newId(), email, emailKey(email), role, hashOfToken(token), invitedBy, invitedAt, expiresAt],
    );
    return invitation as Invitation;
  }

  async find(id: string): Promise<Invitation | null> {
    const sql = `SELECT ${columns} FROM auth.invitations WHERE id = $1`;
    return (await this.unitOfWork.query<Invitation>(sql, [id]))[0] ?? null;
  }

  /** The invitation of a token that has not expired. */
  async findByToken(token: string, now: Date): Promise<Invitation | null> {
    const sql = `SELECT ${columns} FROM auth.invitations WHERE token_hash = $1 AND expires_at > $2`;
    return (await this.unitOfWork.query<Invitation>(sql, [hashOfToken(token), now]))[0] ?? null;
  }

  /** Deletes an invitation; false when it was accepted or revoked already. */
  async remove(id: string): Promise<boolean> {
    return (await this.unitOfWork.query('DELETE FROM auth.invitations WHERE id = $1 RETURNING 1', [id])).length === 1;
  }

  /** Deletes what a person has sent who may invite nobody any more. */
  async removeSentBy(userId: UserId): Promise<void> {
    await this.unitOfWork.query('DELETE FROM auth.invitations WHERE invited_by = $1', [userId]);
  }

  /** Members and open invitations of a tenant together. */
  async countPlaces(tenantId: TenantId): Promise<number> {
    const [row] = await this.unitOfWork.query<{ places: number }>(
      `SELECT (SELECT count(*) FROM auth.memberships WHERE tenant_id = $1)::int
            + (SELECT count(*) FROM auth.invitations)::int AS places`,
      [tenantId],
    );
    return row?.places ?? 0;
  }

  /** Whether an address is that of a member. */
  async isMember(tenantId: TenantId, key: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT 1 FROM auth.memberships m JOIN auth.users u ON u.id = m.user_id WHERE m.tenant_id = $1 AND u.email_key = $2`,
      [tenantId, key],
    );
    return rows.length === 1;
  }

  /** Whether a person made their account in this session. */
  async hasRegistered(userId: UserId, sessionId: string): Promise<boolean> {
    const sql = `SELECT 1 FROM auth.audit WHERE user_id = $1 AND session_id = $2 AND act = 'account.registered'`;
    return (await this.unitOfWork.query(sql, [userId, sessionId])).length > 0;
  }
}
