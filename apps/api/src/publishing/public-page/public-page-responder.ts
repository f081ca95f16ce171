import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../platform/config/config';
import { DomainError } from '../../platform/errors/domain-error';
import { scriptlessPagePolicy } from '../../platform/http/security-headers';
import { pagePath, type PageAddress } from '../domain/page-path';
import { cacheControlOf, type PageAccess, isListed } from './domain/page-access';
import { passedOnReferrer, referrerOf } from './domain/referrer';
import { publicationLocked } from './public-page.errors';
import { absentPage } from './absent-page';
import { PageAccessGuard } from './page-access-guard';
import { type UnlockError, lockedPage } from './locked-page';

/** A request that was let in knows by which entrance: which profile is looked at, and by which share link. */
export interface PublicRequest extends FastifyRequest {
  entrance?: PageAccess;
}

/** One request of a visitor. */
export interface PublicExchange {
  request: PublicRequest;
  reply: FastifyReply;
  address: PageAddress;
}

/** Receives visitors: shows those who may come in what they ask for, and the others the page for their case. */
@Injectable()
export class PublicPageResponder {
  constructor(
    private readonly entrances: PageAccessGuard,
    private readonly config: Config,
  ) {}

  /** Sends one form of a profile to those who may see it. @param rest of the address, after the page's own */
  async show(visit: PublicExchange, rest: string, send: (entrance: PageAccess) => Promise<void>): Promise<void> {
    await this.receive(visit, async () => {
      const found = await this.entrances.find(visit.address);
      if ('movedTo' in found) return redirect(visit, `${found.movedTo}${rest}`);
      this.entrances.admit(found, visit.request.cookies);
      this.letIn(visit, found);
      await send(found);
    });
  }

  /** Answers, and turns a refusal into a page for those who look with a browser. */
  async receive(visit: PublicExchange, answer: () => Promise<void>): Promise<void> {
    try {
      await answer();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.refuse(visit, error);
    }
  }

  /** Notes by which entrance a request came in, and says who may keep the answer. */
  letIn({ request, reply }: PublicExchange, entrance: PageAccess): void {
    request.entrance = entrance;
    void reply.header('Cache-Control', cacheControlOf(entrance));
    if (!isListed(entrance)) void reply.header('X-Robots-Tag', 'noindex');
  }

  /** Sends a visitor who gave the password to the page, with the host that led to the form. */
  async lead({ request, reply }: PublicExchange, entrance: PageAccess): Promise<void> {
    const from = this.cameFrom(request);
    const to = `${pagePath(entrance)}${from && `?from=${encodeURIComponent(from)}`}`;
    await reply.status(303).header('Cache-Control', 'private, no-store').header('Location', to).send();
  }

  /** The host that led to a form: as the form said before, else as the browser says. */
  private cameFrom({ body, headers }: PublicRequest): string {
    const ownHost = new URL(this.config.env.PUBLIC_URL).hostname;
    const { from } = (body ?? {}) as { from?: unknown };
    return passedOnReferrer(from, ownHost) || referrerOf(headers.referer, ownHost);
  }

  private async refuse({ request, reply, address }: PublicExchange, error: DomainError): Promise<void> {
    const forBrowser = request.headers.accept?.includes('text/html') ?? false;
    const fault = faultOf(error);
    void reply.header('Cache-Control', 'private, no-store').header('X-Robots-Tag', 'noindex');
    if (!forBrowser) throw error;
    if (fault === undefined) {
      if (error.kind !== 'not-found') throw error;
      return sendPage(reply, 404, absentPage(this.config.env.PUBLIC_URL));
    }
    const language = /^hi\b/i.test(request.headers['accept-language'] ?? '') ? 'hi' : 'en';
    const page = lockedPage({ action: `${pagePath(address)}/unlock`, language, fault, from: this.cameFrom(request) });
    if (fault === 'too-many') void reply.header('Retry-After', String(error.details.extras?.['retryAfter'] ?? 60));
    await sendPage(reply, fault === 'too-many' ? 429 : 401, page);
  }
}

/** What the form says; undefined when a password is not the matter. */
function faultOf({ code, kind }: DomainError): UnlockError | null | undefined {
  if (kind === 'too-many') return 'too-many';
  if (code === 'publication.password-wrong') return 'wrong';
  return code === publicationLocked().code ? null : undefined;
}

/** Leads to where a page stands now. The address of a share link is for its recipient: nobody on the way keeps it. */
export async function redirect({ reply, address }: PublicExchange, to: string): Promise<void> {
  const caching = address.token === null ? 'no-cache' : 'private, no-store';
  await reply.status(301).header('Cache-Control', caching).header('Location', to).send();
}

/** Sends a page that needs no script. */
export async function sendPage(reply: FastifyReply, status: number, html: string | Buffer): Promise<void> {
  await reply
    .status(status)
    .header('Content-Security-Policy', scriptlessPagePolicy)
    .type('text/html; charset=utf-8')
    .send(html);
}
