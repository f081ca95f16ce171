import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { DraftRepository, type StoredDraft } from '../persistence/draft.repository';

/** Reads the draft of a profile. */
@Injectable()
export class ReadDraft {
  constructor(private readonly drafts: DraftRepository) {}

  /** @throws {DomainError} `not-found` */
  async execute(tenantId: TenantId, profileId: ProfileId): Promise<StoredDraft> {
    const draft = await this.drafts.find(tenantId, profileId);
    if (!draft) throw notFound();
    return draft;
  }
}
