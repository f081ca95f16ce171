import type { FastifyRequest } from 'fastify';
import { parseUrl } from '@canar/profile-document';
import { problem } from '../errors/problem';
import { acceptsFromOtherSites } from './input/accepts.decorator';

const foreignOrigin = problem('forbidden', 'request.origin', 'Requests from other sites are rejected.');

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a state-changing request that another site made a browser send.
 * Without both headers the caller is no browser, and passes.
 * @param allowed the origins of CORS_ORIGIN
 * @throws {DomainError} `request.origin`
 */
export function rejectForeignOrigin(request: FastifyRequest, allowed: readonly string[]): void {
  if (safeMethods.has(request.method) || acceptsFromOtherSites(request)) return;
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (origin !== undefined) {
    if (!allowed.includes(origin) && hostOf(origin) !== host) throw foreignOrigin();
    return;
  }
  if (site === 'cross-site') throw foreignOrigin();
}

function hostOf(origin: string): string | null {
  return parseUrl(origin)?.host ?? null;
}
