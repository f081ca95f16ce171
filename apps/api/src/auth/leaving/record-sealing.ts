import {
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import type { UserId } from '../../platform/ids/ids';
import { deriveSigningKey } from '../../platform/signing/signing-keys';

const version = 1;
const ivBytes = 12;
/** What precedes the 32 bytes of a private key of X25519 in PKCS #8. */
const pkcs8Head = Buffer.from('302e020100300506032b656e04220420', 'hex');

/**
 * Seals records for the holder of a private key: X25519 with a key made for each record, HKDF-SHA-256, AES-256-GCM bound to
 * the person. The process that seals cannot open them, when RETENTION_PUBLIC_KEY names the reader; without it the key follows
 * from JWT_SECRET.
 */
@Injectable()
export class RecordSealing {
  private readonly reader: KeyObject;

  constructor({ env }: Config) {
    this.reader =
      env.RETENTION_PUBLIC_KEY === undefined
        ? createPublicKey(privateKeyOf(env.JWT_SECRET))
        : createPublicKey({ key: Buffer.from(env.RETENTION_PUBLIC_KEY, 'base64'), format: 'der', type: 'spki' });
  }

  /** @returns version (1 byte), public key of the record (32), IV (12), tag (16), ciphertext of the JSON */
  seal(record: unknown, userId: UserId): Buffer {
    const { publicKey, privateKey } = generateKeyPairSync('x25519');
    const own = rawPublicKey(publicKey);
    const shared = diffieHellman({ privateKey, publicKey: this.reader });
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', recordKey(shared, own), iv).setAAD(Buffer.from(userId));
    const encrypted = Buffer.concat([cipher.update(JSON.stringify(record), 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from([version]), own, iv, cipher.getAuthTag(), encrypted]);
  }
}

/** The private key that follows from a secret of the installation. */
export function privateKeyOf(secret: string): KeyObject {
  const raw = deriveSigningKey(secret, 'retention').key.export();
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, raw]), format: 'der', type: 'pkcs8' });
}

/** The key of a record. @param own the public key that was made for it */
export function recordKey(shared: Buffer, own: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', shared, own, 'canar/retained-record', 32));
}

function rawPublicKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(-32);
}
