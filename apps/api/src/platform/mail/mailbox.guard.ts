import { createHash, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config';
import { notFound } from '../errors/problem';

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** Opens captured mail in production to who has MAILBOX_SECRET, elsewhere to the machine itself too; to others it is not there. */
@Injectable()
export class MailboxGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const { query, socket } = context
      .switchToHttp()
      .getRequest<FastifyRequest<{ Querystring: { secret?: unknown } }>>();
    const { NODE_ENV, MAILBOX_SECRET } = this.config.env;
    if (NODE_ENV !== 'production' && loopback.test(socket.remoteAddress ?? '')) return true;
    if (MAILBOX_SECRET !== undefined && isSame(query.secret, MAILBOX_SECRET)) return true;
    throw notFound();
  }
}

function isSame(sent: unknown, secret: string): boolean {
  return typeof sent === 'string' && timingSafeEqual(digest(sent), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
