import type { FastifyReply } from 'fastify';
import type { LimitState } from '../rate-limits/rate-limits';

/** Tells the client what is left (draft-ietf-httpapi-ratelimit-headers). */
export function sendLimit(reply: FastifyReply, state: LimitState): void {
  void reply.header('RateLimit-Policy', `"${state.name}";q=${state.limit};w=60`);
  void reply.header('RateLimit', `"${state.name}";r=${state.remaining};t=${state.resetSeconds}`);
}
