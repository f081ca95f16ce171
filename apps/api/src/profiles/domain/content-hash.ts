import { createHash } from 'node:crypto';
import { canonicalJson, type ProfileDocument } from '@canar/profile-document';

/** Equal documents have equal hashes: SHA-256 of the canonical JSON. */
export function contentHash(document: ProfileDocument): Buffer {
  return createHash('sha256').update(canonicalJson(document)).digest();
}
