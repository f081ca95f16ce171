import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import type { UserId } from '../../platform/ids/ids';
import { deriveSigningKey } from '../../platform/signing/signing-keys';

const [ivBytes, tagBytes] = [12, 16];

/** Encrypts the secrets of second factors (AES-256-GCM, bound to the person), so that a copy of the database opens none. */
@Injectable()
export class SecretEncryption {
  private readonly keys: readonly [KeyObject, ...KeyObject[]];

  constructor({ env }: Config) {
    const former =
      env.JWT_SECRET_PREVIOUS === undefined ? [] : [deriveSigningKey(env.JWT_SECRET_PREVIOUS, 'second-factor').key];
    this.keys = [deriveSigningKey(env.JWT_SECRET, 'second-factor').key, ...former];
  }

  encrypt(secret: Buffer, userId: UserId): Buffer {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.keys[0], iv).setAAD(Buffer.from(userId));
    const encrypted = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), encrypted]);
  }

  /** The secret, and whether a former key has encrypted it. @throws {Error} when no key of the installation has encrypted it for this person */
  decrypt(stored: Buffer, userId: UserId): { secret: Buffer; outdated: boolean } {
    for (const key of this.keys) {
      const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(0, ivBytes));
      decipher.setAAD(Buffer.from(userId)).setAuthTag(stored.subarray(ivBytes, ivBytes + tagBytes));
      const secret = decipher.update(stored.subarray(ivBytes + tagBytes));
      try {
        decipher.final();
        return { secret, outdated: key !== this.keys[0] };
      } catch {
        // Another key has encrypted it.
      }
    }
    throw new Error('The secret of a second factor was encrypted with another JWT_SECRET.');
  }
}
