import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isbot } from 'isbot';
import { SessionOwners } from '../auth';
import { Clock } from '../platform/clock/clock';
import { Config } from '../platform/config/config';
import { dayOf } from './domain/days';
import { deviceOf, direct, kindOf } from './domain/visit';
import { type PageAccess, passedOnReferrer, type PublicRequest, referrerOf } from '../publishing';
import { VisitCounter } from './visit-counter';

const maxUserAgentLength = 512;
const prefetch = /prefetch|prerender|preview/i;

/** Decides which responses are views and downloads by people, and counts them. */
@Injectable()
export class VisitReader {
  private readonly ownHost: string;

  constructor(
    private readonly counter: VisitCounter,
    private readonly sessions: SessionOwners,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.ownHost = new URL(config.env.PUBLIC_URL).hostname;
  }

  /** Counts a response that was sent, if it is a view or a download. */
  answered(request: PublicRequest, status: number): void {
    const { pageAccess, headers, method } = request;
    if (!pageAccess || method !== 'GET' || (status !== 200 && status !== 304) || isPrefetch(headers)) return;
    const kind = kindOf(request.routeOptions.url ?? '', (request.params as { name?: string }).name);
    const userAgent = headers['user-agent']?.slice(0, maxUserAgentLength) ?? '';
    if (kind === null || userAgent === '' || isbot(userAgent)) return;
    this.counter.note({
      tenantId: pageAccess.tenantId,
      profileId: pageAccess.profileId,
      day: dayOf(this.clock.now()),
      kind,
      device: deviceOf(userAgent),
      referrer: this.referrerOfVisit(request, pageAccess),
      linkId: pageAccess.linkId,
      sessionId: this.sessions.sessionOf(request),
    });
  }

  /** A protected page is reached from our form, which passes the referrer on. */
  private referrerOfVisit({ headers, query }: PublicRequest, { passwordHash }: PageAccess): string {
    const referrer = referrerOf(headers.referer, this.ownHost);
    if (referrer !== direct || passwordHash === null) return referrer;
    return passedOnReferrer((query as { from?: unknown }).from, this.ownHost);
  }
}

/** Whether a browser prefetches for a person who may never come. */
function isPrefetch(headers: PublicRequest['headers']): boolean {
  return ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) => prefetch.test(String(headers[name] ?? '')));
}

/** Counts the visits of an application; those not yet written are written after its last response. */
export function countVisits(app: NestFastifyApplication): void {
  const [reader, counter] = [app.get(VisitReader, { strict: false }), app.get(VisitCounter, { strict: false })];
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onResponse', (request, reply, done) => {
    reader.answered(request, reply.statusCode);
    done();
  });
  fastify.addHook('onClose', () => counter.flush());
}
