import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { notFound } from '../../platform/errors/problem';
import { baseOf, type Entrance, isOver, type PageAddress } from '../domain/entrance';
import { PublicProfileRepository } from '../persistence/public-profile.repository';
import { publicationLocked } from '../profiles.errors';
import { type Cookies, UnlockPasses } from './unlock-passes';

/** Finds the ways to published profiles, and lets visitors through those that are open to them. */
@Injectable()
export class Entrances {
  constructor(
    private readonly profiles: PublicProfileRepository,
    private readonly passes: UnlockPasses,
    private readonly clock: Clock,
  ) {}

  /** @returns the entrance, or where the page of an old slug stands now. @throws {DomainError} `not-found` */
  async find(address: PageAddress): Promise<Entrance | { movedTo: string }> {
    const { slug, token } = address;
    const entrance =
      token === null ? await this.profiles.entrance(slug) : await this.profiles.linkedEntrance(slug, token);
    if (!entrance || isOver(entrance, this.clock.now())) throw notFound();
    return entrance.slug === slug ? entrance : { movedTo: baseOf(entrance) };
  }

  /** @throws {DomainError} `not-found` when its time is over, `publication.locked` when it wants a password first */
  admit(entrance: Entrance, cookies: Cookies): void {
    if (isOver(entrance, this.clock.now())) throw notFound();
    if (entrance.passwordHash !== null && !this.passes.accepts(cookies, entrance)) throw publicationLocked();
  }
}
