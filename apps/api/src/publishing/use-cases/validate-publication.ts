import { Injectable } from '@nestjs/common';
import { templates } from '@canar/profile-templates';
import { Passwords } from '../../auth';
import { Clock } from '../../platform/clock/clock';
import { slugError } from '../domain/slug';
import type { PublicationTerms } from '../persistence/publication.repository';
import { templateUnknown } from '../../profiles';
import { expiryPast, slugInvalid, slugReserved } from '../publishing.errors';

/** How an owner wants a profile to be shown; no password leaves the one before. */
export type PublicationInput = Omit<PublicationTerms, 'passwordHash'> & { password?: string | undefined };

/** Looks at what an owner wants of a publication, and makes terms of it that can be kept. */
@Injectable()
export class ValidatePublication {
  constructor(
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the terms; `passwordHash` is null when no new password is set
   * @throws {DomainError} `slug.invalid`, `slug.reserved`, `template.unknown`, `publication.expiry-past`
   */
  async execute({ password, ...wish }: PublicationInput): Promise<PublicationTerms & { at: Date }> {
    const at = this.clock.now();
    const fault = slugError(wish.slug);
    if (fault === 'invalid') throw slugInvalid();
    if (fault === 'reserved') throw slugReserved();
    if (!templates.some(({ id }) => id === wish.template)) throw templateUnknown();
    if (wish.expiresAt !== null && !(wish.expiresAt > at)) throw expiryPast();
    const wanted = wish.visibility === 'protected' ? password : undefined;
    return { ...wish, passwordHash: wanted === undefined ? null : await this.passwords.hash(wanted), at };
  }
}
