import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { notFound } from '../../platform/errors/problem';
import { pagePath, type PageAddress } from '../domain/page-path';
import { type PageAccess, isExpired } from './domain/page-access';
import { PublicProfileRepository } from './persistence/public-profile.repository';
import { publicationLocked } from './public-page.errors';
import { type Cookies, UnlockCookie } from './unlock-cookie';

/** Finds the ways to published profiles, and lets visitors through those that are open to them. */
@Injectable()
export class PageAccessGuard {
  constructor(
    private readonly profiles: PublicProfileRepository,
    private readonly passes: UnlockCookie,
    private readonly clock: Clock,
  ) {}

  /** @returns the entrance, or where the page of an old slug stands now. @throws {DomainError} `not-found` */
  async find(address: PageAddress): Promise<PageAccess | { movedTo: string }> {
    const { slug, token } = address;
    const entrance =
      token === null ? await this.profiles.entrance(slug) : await this.profiles.linkedEntrance(slug, token);
    if (!entrance || isExpired(entrance, this.clock.now())) throw notFound();
    return entrance.slug === slug ? entrance : { movedTo: pagePath(entrance) };
  }

  /** @throws {DomainError} `not-found` when its time is over, `publication.locked` when it wants a password first */
  admit(entrance: PageAccess, cookies: Cookies): void {
    if (isExpired(entrance, this.clock.now())) throw notFound();
    if (entrance.passwordHash !== null && !this.passes.accepts(cookies, entrance)) throw publicationLocked();
  }
}
