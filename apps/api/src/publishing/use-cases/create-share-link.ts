import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Passwords } from '../../auth';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import { ProfileId, ShareLinkId, TenantId } from '../../platform/ids/ids';
import type { ShareLinkEntity } from '../persistence/share-link.entity';
import { ShareLinkRepository } from '../persistence/share-link.repository';
import { PublicationRepository } from '../persistence/publication.repository';
import { expiryPast, tooManyLinks } from '../publishing.errors';

const maxLinks = 100;
const tokenBytes = 16;

/** The input for a new link. */
export interface ShareLinkInput {
  label: string;
  password?: string | undefined;
  expiresAt: Date | null;
}

/** Creates a named link that opens a published profile for one recipient, whatever its visibility. */
@Injectable()
export class CreateShareLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publications: PublicationRepository,
    private readonly links: ShareLinkRepository,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `publication.expiry-past`, `password.weak`, `not-found` when it is not published, `share-links.too-many` */
  async execute(
    tenantId: TenantId,
    profileId: ProfileId,
    input: ShareLinkInput,
  ): Promise<{ link: ShareLinkEntity; slug: string }> {
    const now = this.clock.now();
    if (input.expiresAt !== null && !(input.expiresAt > now)) throw expiryPast();
    if (input.password !== undefined) await this.passwords.requireStrong(input.password, { name: input.label });
    const passwordHash = input.password === undefined ? null : await this.passwords.hash(input.password);
    const link: ShareLinkEntity = {
      tenantId,
      id: ShareLinkId(newId()),
      profileId,
      label: input.label.trim(),
      token: randomBytes(tokenBytes).toString('base64url'),
      passwordHash,
      expiresAt: input.expiresAt,
      createdAt: now,
      revokedAt: null,
    };
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      const publication = await this.publications.lock(tenantId, profileId);
      if (!publication) throw notFound();
      if ((await this.links.count(tenantId, profileId)) >= maxLinks) throw tooManyLinks();
      await this.links.add(link);
      return { link, slug: publication.slug };
    });
  }
}
