import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';

/** More are not needed; a person with every device a passkey has fewer. */
export const maxPasskeys = 20;

/** What an authenticator has made. */
export interface NewPasskey {
  credentialId: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
  synced: boolean;
}

/** A passkey of a person. */
export interface Passkey extends NewPasskey {
  id: string;
  userId: UserId;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

const columns = `id, user_id AS "userId", credential_id AS "credentialId", public_key AS "publicKey",
  counter::float8 AS counter, transports, synced, name, created_at AS "createdAt", last_used_at AS "lastUsedAt"`;

/** Keeps passkeys. */
@Injectable()
export class PasskeyRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The passkeys of a person, the oldest first. */
  list(userId: UserId): Promise<Passkey[]> {
    return this.unitOfWork.query(`SELECT ${columns} FROM auth.passkeys WHERE user_id = $1 ORDER BY created_at, id`, [
      userId,
    ]);
  }

  async findByCredential(credentialId: string): Promise<Passkey | null> {
    const sql = `SELECT ${columns} FROM auth.passkeys WHERE credential_id = $1`;
    return (await this.unitOfWork.query<Passkey>(sql, [credentialId]))[0] ?? null;
  }

  /** Adds a passkey; null when somebody has added it before, or the person's address is not verified or there are enough. */
  async add(userId: UserId, name: string, passkey: NewPasskey, now: Date): Promise<Passkey | null> {
    const { credentialId, publicKey, counter, transports, synced } = passkey;
    const rows = await this.unitOfWork.query<Passkey>(
      `INSERT INTO auth.passkeys (id, user_id, credential_id, public_key, counter, transports, synced, name, created_at)
       SELECT $1, u.id, $3, $4, $5, $6, $7, $8, $9 FROM auth.users u
       WHERE u.id = $2 AND u.email_verified_at IS NOT NULL
         AND (SELECT count(*) FROM auth.passkeys p WHERE p.user_id = u.id) < ${maxPasskeys}
       ON CONFLICT (credential_id) DO NOTHING RETURNING ${columns}`,
      [newId(), userId, credentialId, Buffer.from(publicKey), counter, transports, synced, name, now],
    );
    return rows[0] ?? null;
  }

  /** Stores that a passkey was used; false when another use has counted as far meanwhile, or it was removed. */
  async noteUse(id: string, counter: number, synced: boolean, now: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `UPDATE auth.passkeys SET counter = $2, synced = $3, last_used_at = $4
       WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0)) RETURNING 1`,
      [id, counter, synced, now],
    );
    return rows.length === 1;
  }

  /** Renames a passkey of a person; false when they have none such. */
  async rename(userId: UserId, id: string, name: string): Promise<boolean> {
    const sql = 'UPDATE auth.passkeys SET name = $3 WHERE id = $2 AND user_id = $1 RETURNING 1';
    return (await this.unitOfWork.query(sql, [userId, id, name])).length === 1;
  }

  /** Removes a passkey of a person; false when they have none such. */
  async remove(userId: UserId, id: string): Promise<boolean> {
    const sql = 'DELETE FROM auth.passkeys WHERE id = $2 AND user_id = $1 RETURNING 1';
    return (await this.unitOfWork.query(sql, [userId, id])).length === 1;
  }
}
