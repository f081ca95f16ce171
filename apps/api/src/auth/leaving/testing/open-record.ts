import { createDecipheriv, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto';
import { recordKey } from '../record-sealing';

const spkiHead = Buffer.from('302a300506032b656e032100', 'hex');

/** Opens a sealed record, as the holder of the private key does. @throws {Error} when it was sealed for somebody else or changed */
export function openRecord(sealed: Buffer, privateKey: KeyObject, userId: string): unknown {
  const own = sealed.subarray(1, 33);
  const publicKey = createPublicKey({ key: Buffer.concat([spkiHead, own]), format: 'der', type: 'spki' });
  const key = recordKey(diffieHellman({ privateKey, publicKey }), own);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(33, 45)).setAAD(Buffer.from(userId));
  decipher.setAuthTag(sealed.subarray(45, 61));
  return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(61)), decipher.final()]).toString('utf8'));
}
