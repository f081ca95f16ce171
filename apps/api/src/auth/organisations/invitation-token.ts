import { createHash, randomBytes } from 'node:crypto';
import { parse, validate } from 'uuid';
import { TenantId } from '../../platform/ids/ids';

const secretBytes = 32;

/** A new token of an invitation: it names the tenant, and the rest is random. */
export function newInvitationToken(tenantId: TenantId): string {
  return Buffer.concat([parse(tenantId), randomBytes(secretBytes)]).toString('base64url');
}

/** The tenant that a token names; null when it is no token of an invitation. */
export function tenantOfToken(token: string): TenantId | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 16 + secretBytes) return null;
  const hex = bytes.subarray(0, 16).toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return validate(id) ? TenantId(id) : null;
}

/** What is stored of a token. It is random, so a plain hash cannot be reversed. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
