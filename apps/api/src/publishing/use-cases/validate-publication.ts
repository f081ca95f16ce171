import { Injectable } from '@nestjs/common';
import { Passwords } from '../../auth';
import { Clock } from '../../platform/clock/clock';
import { slugError } from '../domain/slug';
import type { PublicationTerms } from '../persistence/publication.repository';
import { expiryPast, slugInvalid, slugReserved } from '../publishing.errors';

/** The input for a publication; without a password the former one is not changed. */
export type PublicationInput = Omit<PublicationTerms, 'passwordHash'> & { password?: string | undefined };

/** Validates the input for a publication and hashes its password. */
@Injectable()
export class ValidatePublication {
  constructor(
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the terms; `passwordHash` is null when no new password is set
   * @throws {DomainError} `slug.invalid`, `slug.reserved`, `publication.expiry-past`, `password.weak`
   */
  async execute({ password, ...input }: PublicationInput): Promise<PublicationTerms & { now: Date }> {
    const now = this.clock.now();
    const invalid = slugError(input.slug);
    if (invalid === 'invalid') throw slugInvalid();
    if (invalid === 'reserved') throw slugReserved();
    if (input.expiresAt !== null && !(input.expiresAt > now)) throw expiryPast();
    const newPassword = input.visibility === 'protected' ? password : undefined;
    if (newPassword !== undefined)
      await this.passwords.requireStrong(newPassword, { name: input.slug.replaceAll('-', ' ') });
    return { ...input, passwordHash: newPassword === undefined ? null : await this.passwords.hash(newPassword), now };
  }
}
