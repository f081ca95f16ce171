import { type ArgumentsHost, Catch, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '../../platform/config/config';
import { DomainError } from '../../platform/errors/domain-error';
import { ProblemFilter } from '../../platform/http/problem.filter';
import { type PageAddress, pagePath } from '../domain/page-path';
import { absentPage } from './absent-page';
import { lockedPage, type UnlockError } from './locked-page';
import { lockedPageLanguage } from './locked-page-words';
import { formReferrer, type PublicRequest, sendPage } from './public-page-responder';
import { publicationLocked } from './public-page.errors';

/** Renders the errors of a public page as a page for browsers, as a problem for programs. */
@Catch(DomainError)
@Injectable()
export class PublicPageErrorFilter extends ProblemFilter {
  private readonly home: string;

  constructor(config: Config) {
    super(config);
    this.home = config.env.PUBLIC_URL;
  }

  override async catch(error: DomainError, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<PublicRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { pageAddress } = request;
    if (!pageAddress) return super.catch(error, host);
    void reply.header('Cache-Control', 'private, no-store').header('X-Robots-Tag', 'noindex');
    if (!(request.headers.accept?.includes('text/html') ?? false)) return super.catch(error, host);
    const unlockError = unlockErrorOf(error, request.method);
    if (unlockError !== undefined) return this.sendForm(request, reply, pageAddress, { error, unlockError });
    if (error.kind !== 'not-found') return super.catch(error, host);
    await sendPage(reply, 404, absentPage(this.home));
  }

  private async sendForm(
    request: PublicRequest,
    reply: FastifyReply,
    address: PageAddress,
    { error, unlockError }: { error: DomainError; unlockError: UnlockError | null },
  ): Promise<void> {
    const html = lockedPage({
      action: `${pagePath(address)}/unlock`,
      language: lockedPageLanguage(request.headers['accept-language']),
      error: unlockError,
      from: formReferrer(request, new URL(this.home).hostname),
    });
    const limited = unlockError === 'too-many';
    if (limited) void reply.header('Retry-After', String(error.details.extras?.['retryAfter'] ?? 60));
    await sendPage(reply, limited ? 429 : 401, html);
  }
}

/** The error that the password form shows; null for the first time it is shown, undefined for any other error. */
function unlockErrorOf({ code, kind }: DomainError, method: string): UnlockError | null | undefined {
  if (kind === 'too-many' && method === 'POST') return 'too-many';
  if (code === 'publication.password-wrong') return 'wrong';
  return code === publicationLocked().code ? null : undefined;
}
