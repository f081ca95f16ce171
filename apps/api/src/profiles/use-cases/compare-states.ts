import { Injectable } from '@nestjs/common';
import { compareDocuments, type DocumentChange, type ProfileDocument } from '@canar/profile-document';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { DraftRepository } from '../persistence/draft.repository';
import { RevisionRepository } from '../persistence/revision.repository';

/** A state of a profile: a revision by its number, or the draft. */
export type ProfileState = number | 'draft';

/** Compares two states of a profile. */
@Injectable()
export class CompareStates {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly revisions: RevisionRepository,
  ) {}

  /** @throws {DomainError} `not-found` */
  async execute(
    tenantId: TenantId,
    profileId: ProfileId,
    from: ProfileState,
    to: ProfileState,
  ): Promise<DocumentChange[]> {
    const before = await this.document(tenantId, profileId, from);
    return compareDocuments(before, await this.document(tenantId, profileId, to));
  }

  private async document(tenantId: TenantId, profileId: ProfileId, state: ProfileState): Promise<ProfileDocument> {
    const stored =
      state === 'draft'
        ? await this.drafts.find(tenantId, profileId)
        : await this.revisions.find(tenantId, profileId, state);
    if (!stored) throw notFound();
    return JSON.parse(stored.document) as ProfileDocument;
  }
}
