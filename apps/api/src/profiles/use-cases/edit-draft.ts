import { Injectable } from '@nestjs/common';
import { type DocumentWarning, migrateDocument, parseDocument, withItemIds } from '@canar/profile-document';
import { v7 as newId } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound, versionRequired } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { contentHash } from '../domain/content-hash';
import { accepts, type ExpectedVersion } from '../domain/expected-version';
import { DraftRepository, type StoredDraft } from '../persistence/draft.repository';
import { documentInvalid, draftStale } from '../profiles.errors';

/** Reads and saves the draft of a profile. Saving is free, and never overwrites what the client has not seen. */
@Injectable()
export class EditDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `not-found` */
  async read(tenantId: TenantId, profileId: ProfileId): Promise<StoredDraft> {
    const draft = await this.drafts.find(tenantId, profileId);
    if (!draft) throw notFound();
    return draft;
  }

  /** @throws {DomainError} `not-found`, `if-match.required`, `draft.stale` with the current draft, `document.invalid` */
  async save(
    tenantId: TenantId,
    profileId: ProfileId,
    value: unknown,
    expected: ExpectedVersion,
  ): Promise<{ warnings: DocumentWarning[]; version: string }> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      await this.requireCurrent(tenantId, profileId, expected);
      const parsed = parseDocument(value);
      if (!parsed.ok) throw documentInvalid(undefined, { errors: parsed.errors });
      const document = withItemIds(migrateDocument(parsed.document), newId);
      // Added item ids make it larger; what is stored must be valid when it is read again.
      const named = document === parsed.document ? parsed : parseDocument(document);
      if (!named.ok) throw documentInvalid(undefined, { errors: named.errors });
      const { warnings } = named;
      const draft = { document, warnings, contentHash: contentHash(document), at: this.clock.now() };
      return { warnings, version: await this.drafts.replace(tenantId, profileId, draft) };
    });
  }

  /**
   * Locks the draft that the client has seen; part of the caller's unit of work.
   * @throws {DomainError} `not-found`, `if-match.required`, `draft.stale` with the current draft
   */
  async requireCurrent(
    tenantId: TenantId,
    profileId: ProfileId,
    expected: ExpectedVersion,
  ): Promise<{ version: string; contentHash: Buffer }> {
    const locked = await this.drafts.lock(tenantId, profileId);
    if (!locked) throw notFound();
    if (expected === null) throw versionRequired();
    if (accepts(expected, locked.version)) return locked;
    const { document, version } = await this.read(tenantId, profileId);
    throw draftStale(undefined, { current: { document: JSON.parse(document), version } });
  }
}
