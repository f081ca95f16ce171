import type { IdentityProviderName } from '@canar/api-env';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';

/** An identity of a person at a provider. */
export interface Identity {
  id: string;
  provider: IdentityProviderName;
  email: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** An identity to be connected. */
export interface NewIdentity {
  provider: IdentityProviderName;
  subject: string;
  email: string;
}

const columns = 'id, provider, email, created_at AS "createdAt", last_used_at AS "lastUsedAt"';

/** Stores identities, by the provider's own id of each. */
@Injectable()
export class IdentityRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The identities of a person, the oldest first. */
  list(userId: UserId): Promise<Identity[]> {
    const sql = `SELECT ${columns} FROM auth.identities WHERE user_id = $1 ORDER BY created_at, id`;
    return this.unitOfWork.read('global', sql, [userId]);
  }

  /** The person of an identity, with the use noted; null when it is nobody's. */
  async use(provider: IdentityProviderName, subject: string, now: Date): Promise<UserId | null> {
    const [row] = await this.unitOfWork.query<{ userId: UserId }>(
      'UPDATE auth.identities SET last_used_at = $3 WHERE provider = $1 AND subject = $2 RETURNING user_id AS "userId"',
      [provider, subject, now],
    );
    return row?.userId ?? null;
  }

  /** Connects an identity; null when it is somebody's already, or the person has one of this provider. */
  async add(userId: UserId, { provider, subject, email }: NewIdentity, now: Date): Promise<Identity | null> {
    const rows = await this.unitOfWork.query<Identity>(
      `INSERT INTO auth.identities (id, user_id, provider, subject, email, created_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING ${columns}`,
      [newId(), userId, provider, subject, email, now],
    );
    return rows[0] ?? null;
  }

  /** Removes an identity of a person; false when they have none such. */
  async remove(userId: UserId, id: string): Promise<boolean> {
    const sql = 'DELETE FROM auth.identities WHERE id = $2 AND user_id = $1 RETURNING 1';
    return (await this.unitOfWork.query(sql, [userId, id])).length === 1;
  }
}
