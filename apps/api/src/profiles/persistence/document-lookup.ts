import { Injectable } from '@nestjs/common';
import type { ProfileDocument } from '@canar/profile-document';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { DraftRepository } from './draft.repository';
import { RevisionRepository } from './revision.repository';

/** A state of a profile: a revision by number, the latest, or the draft. */
export type StateSelector = number | 'latest' | 'draft';

/** A document beside the text that is stored. */
export interface FoundDocument {
  document: ProfileDocument;
  text: string;
}

/** Finds the document of a state of a profile. */
@Injectable()
export class DocumentLookup {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly revisions: RevisionRepository,
  ) {}

  /** @throws {DomainError} `not-found` */
  async find(tenantId: TenantId, profileId: ProfileId, state: StateSelector): Promise<FoundDocument> {
    const stored = await this.stored(tenantId, profileId, state);
    if (!stored) throw notFound();
    return { document: JSON.parse(stored.document) as ProfileDocument, text: stored.document };
  }

  private async stored(
    tenantId: TenantId,
    profileId: ProfileId,
    state: StateSelector,
  ): Promise<{ document: string } | null> {
    if (state === 'draft') return this.drafts.find(tenantId, profileId);
    const number = state === 'latest' ? await this.revisions.latestNumber(tenantId, profileId) : state;
    return number === null ? null : this.revisions.find(tenantId, profileId, number);
  }
}
