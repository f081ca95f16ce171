import { Injectable } from '@nestjs/common';
import { notFound, versionRequired } from '../platform/errors/problem';
import type { ProfileId, TenantId } from '../platform/ids/ids';
import { accepts, type ExpectedVersion } from './domain/expected-version';
import { DraftRepository } from './persistence/draft.repository';
import { draftStale } from './profiles.errors';

/** The step with which every change of a draft begins: the client has read the version that it changes. */
@Injectable()
export class CurrentDraft {
  constructor(private readonly drafts: DraftRepository) {}

  /**
   * Locks the draft that the client has read; part of the caller's unit of work.
   * @throws {DomainError} `not-found`, `if-match.required`, `draft.stale` with the current draft
   */
  async lock(
    tenantId: TenantId,
    profileId: ProfileId,
    expected: ExpectedVersion,
  ): Promise<{ version: string; contentHash: Buffer }> {
    const locked = await this.drafts.lock(tenantId, profileId);
    if (!locked) throw notFound();
    if (expected === null) throw versionRequired();
    if (accepts(expected, locked.version)) return locked;
    const stored = await this.drafts.find(tenantId, profileId);
    if (!stored) throw notFound();
    throw draftStale(undefined, { current: { document: JSON.parse(stored.document), version: stored.version } });
  }
}
