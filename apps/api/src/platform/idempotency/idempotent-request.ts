import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IdempotentRequest, Reply } from './idempotency';

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

/** Sends an answer exactly as it was stored. */
export async function sendReply(to: FastifyReply, reply: Reply): Promise<void> {
  await to.status(reply.status).headers(reply.headers).type('application/json; charset=utf-8').send(reply.body);
}
