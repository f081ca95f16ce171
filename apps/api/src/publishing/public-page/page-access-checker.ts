import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { notFound } from '../../platform/errors/problem';
import { type PageAddress, pagePath } from '../domain/page-path';
import { isExpired, type PageAccess } from './domain/page-access';
import { PublicProfileRepository } from './persistence/public-profile.repository';
import { publicationLocked } from './public-page.errors';
import { UnlockCookie, type UnlockTokens } from './unlock-cookie';

/** Finds published pages and decides who may open them. */
@Injectable()
export class PageAccessChecker {
  constructor(
    private readonly profiles: PublicProfileRepository,
    private readonly unlockCookie: UnlockCookie,
    private readonly clock: Clock,
  ) {}

  /** @returns the access, or the path of the page of an old slug. @throws {DomainError} `not-found` */
  async find(address: PageAddress): Promise<PageAccess | { movedTo: string }> {
    const { slug, token } = address;
    const access =
      token === null ? await this.profiles.accessBySlug(slug) : await this.profiles.accessByLink(slug, token);
    if (!access || isExpired(access, this.clock.now())) throw notFound();
    return access.slug === slug ? access : { movedTo: pagePath(access) };
  }

  /** @throws {DomainError} `not-found` when it has expired, `publication.locked` when it needs a password first */
  check(access: PageAccess, tokens: UnlockTokens): void {
    if (isExpired(access, this.clock.now())) throw notFound();
    if (access.passwordHash !== null && !this.unlockCookie.isValid(tokens, access)) throw publicationLocked();
  }
}
