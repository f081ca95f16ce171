import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Whether a request is signed with a secret access key, as AWS verifies it: over its method, path, signed headers and body
 * (AWS Signature Version 4, "Create a signed AWS API request"). Its address must have no query.
 */
export function isSignedWith(secret: string, { method, url, headers }: IncomingMessage, body: string): boolean {
  const fields = /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(headers.authorization ?? '');
  const [, scope = '', names = '', signature] = fields ?? [];
  if (!names.split(';').includes('host')) return false;
  const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const request = [method, url, '', signed.join(''), names, digest(body)].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, digest(request)].join('\n');
  const key = scope.split('/').reduce((before: string | Buffer, part) => hmac(before, part), `AWS4${secret}`);
  return hmac(key, text).toString('hex') === signature;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
