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
const ahead = /prefetch|prerender|preview/i;

/** Tells which answers are views and downloads of people, and has them counted. */
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

  /** Counts an answer that has gone out, if it is one that counts. */
  answered(request: PublicRequest, status: number): void {
    const { pageAccess, headers, method } = request;
    if (!pageAccess || method !== 'GET' || (status !== 200 && status !== 304) || isAhead(headers)) return;
    const kind = kindOf(request.routeOptions.url ?? '', (request.params as { name?: string }).name);
    const userAgent = headers['user-agent']?.slice(0, maxUserAgentLength) ?? '';
    if (kind === null || userAgent === '' || isbot(userAgent)) return;
    this.counter.note({
      tenantId: pageAccess.tenantId,
      profileId: pageAccess.profileId,
      day: dayOf(this.clock.now()),
      kind,
      device: deviceOf(userAgent),
      referrer: this.cameFrom(request, pageAccess),
      linkId: pageAccess.linkId,
      sessionId: this.sessions.sessionOf(request),
    });
  }

  /** A page behind a password is reached from our form, which passes on what led to it. */
  private cameFrom({ headers, query }: PublicRequest, { passwordHash }: PageAccess): string {
    const told = referrerOf(headers.referer, this.ownHost);
    if (told !== direct || passwordHash === null) return told;
    return passedOnReferrer((query as { from?: unknown }).from, this.ownHost);
  }
}

/** Whether a browser asks ahead of a person who may never come. */
function isAhead(headers: PublicRequest['headers']): boolean {
  return ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) => ahead.test(String(headers[name] ?? '')));
}

/** Counts the visits that an application answers; those not yet written are written when it has answered its last request. */
export function countVisits(app: NestFastifyApplication): void {
  const [reader, counter] = [app.get(VisitReader, { strict: false }), app.get(VisitCounter, { strict: false })];
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onResponse', (request, reply, done) => {
    reader.answered(request, reply.statusCode);
    done();
  });
  fastify.addHook('onClose', () => counter.flush());
}
