import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { IdempotentRequest } from './idempotency';

/** The request's Idempotency-Key, with the fingerprint of method, path, query, body bytes and If-Match. */
export const Idempotent = createParamDecorator((_: unknown, context: ExecutionContext): IdempotentRequest => {
  const request = context.switchToHttp().getRequest<FastifyRequest & { rawBody?: Buffer }>();
  const key = request.headers['idempotency-key'];
  const fingerprint = createHash('sha256')
    .update(`${request.method}\n${request.url}\n${request.headers['if-match'] ?? ''}\n`)
    .update(request.rawBody ?? '')
    .digest();
  return { key: typeof key === 'string' ? key : undefined, fingerprint };
});
