import { Injectable } from '@nestjs/common';
import { type DocumentWarning, migrateDocument, parseDocument, withItemIds } from '@canar/profile-document';
import { v7 as newId } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { CurrentDraft } from '../current-draft';
import { contentHash } from '../domain/content-hash';
import type { ExpectedVersion } from '../domain/expected-version';
import { DraftRepository } from '../persistence/draft.repository';
import { documentInvalid } from '../profiles.errors';

/** Saves the draft of a profile. It is free, and never overwrites what the client has not read. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly currentDraft: CurrentDraft,
    private readonly drafts: DraftRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `not-found`, `if-match.required`, `draft.stale` with the current draft, `document.invalid` */
  async execute(
    tenantId: TenantId,
    profileId: ProfileId,
    value: unknown,
    expected: ExpectedVersion,
  ): Promise<{ warnings: DocumentWarning[]; version: string }> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      await this.currentDraft.lock(tenantId, profileId, expected);
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
}
