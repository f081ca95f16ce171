import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../platform/config/config';
import { pagePolicyOf } from '../../platform/http/security-headers';
import { type PageAddress, pagePath } from '../domain/page-path';
import { cacheControlOf, isListed, type PageAccess } from './domain/page-access';
import { passedOnReferrer, referrerOf } from './domain/referrer';
import { PageAccessChecker } from './page-access-checker';
import { UnlockCookie } from './unlock-cookie';

/** A request below `/p`; what is found out about it is noted for the error filter and for the hook that counts visits. */
export interface PublicRequest extends FastifyRequest {
  /** The page that is asked for. */
  pageAddress?: PageAddress;
  /** The access that was granted to it. */
  pageAccess?: PageAccess;
}

/** A request for a public page or a file of it, and its reply. */
export interface PublicExchange {
  request: PublicRequest;
  reply: FastifyReply;
  address: PageAddress;
}

/** Answers visitors of public pages: checks access, redirects old addresses, sets cache headers. */
@Injectable()
export class PublicPageResponder {
  private readonly ownHost: string;

  constructor(
    private readonly accessChecker: PageAccessChecker,
    private readonly unlockCookie: UnlockCookie,
    config: Config,
  ) {
    this.ownHost = new URL(config.env.PUBLIC_URL).hostname;
  }

  /** Notes which page a request is for, so that an error is rendered for that page. */
  begin(request: PublicRequest, reply: FastifyReply, address: PageAddress): PublicExchange {
    request.pageAddress = address;
    return { request, reply, address };
  }

  /**
   * Grants access to a page.
   * @param rest of the address, after the path of the page
   * @returns null when the visitor was redirected to where the page is now
   * @throws {DomainError} `not-found`, `publication.locked`
   */
  async open(exchange: PublicExchange, rest: string): Promise<PageAccess | null> {
    const found = await this.accessChecker.find(exchange.address);
    if ('movedTo' in found) {
      await redirect(exchange, `${found.movedTo}${rest}`);
      return null;
    }
    this.accessChecker.check(found, this.unlockCookie.tokensIn(exchange.request.cookies));
    this.grant(exchange, found);
    return found;
  }

  /** Notes the access of a request and sets the cache policy of the response. */
  grant({ request, reply }: PublicExchange, access: PageAccess): void {
    request.pageAccess = access;
    void reply.header('Cache-Control', cacheControlOf(access));
    if (!isListed(access)) void reply.header('X-Robots-Tag', 'noindex');
  }

  /** Redirects a visitor who gave the password to the page, with the host that led to the form. */
  async redirectAfterUnlock({ request, reply }: PublicExchange, access: PageAccess): Promise<void> {
    const from = formReferrer(request, this.ownHost);
    const to = `${pagePath(access)}${from && `?from=${encodeURIComponent(from)}`}`;
    await reply.status(303).header('Cache-Control', 'private, no-store').header('Location', to).send();
  }
}

/** The host that led to a password form: as the form passed it on, else as the browser sent it. */
export function formReferrer({ body, headers }: PublicRequest, ownHost: string): string {
  const { from } = (body ?? {}) as { from?: unknown };
  return passedOnReferrer(from, ownHost) || referrerOf(headers.referer, ownHost);
}

/** Redirects to where a page is now. The address of a share link is for its recipient: no cache stores it. */
export async function redirect({ reply, address }: PublicExchange, to: string): Promise<void> {
  const cacheControl = address.token === null ? 'no-cache' : 'private, no-store';
  await reply.status(301).header('Cache-Control', cacheControl).header('Location', to).send();
}

/** Sends a page that needs no script. */
export async function sendPage(reply: FastifyReply, status: number, html: string | Buffer): Promise<void> {
  await reply
    .status(status)
    .header('Content-Security-Policy', pagePolicyOf(html))
    .type('text/html; charset=utf-8')
    .send(html);
}
