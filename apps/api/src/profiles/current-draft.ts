import { Injectable } from '@nestjs/common';
import { notFound, versionRequired } from '../platform/errors/problem';
import type { ProfileId, TenantId } from '../platform/ids/ids';
import { accepts, type ExpectedVersion } from './domain/expected-version';
import { DraftRepository, type LockedDraft } from './persistence/draft.repository';
import { RevisionRepository } from './persistence/revision.repository';
import { draftStale } from './profiles.errors';

/** A draft, its row locked, and the latest revision that is not undone. */
export interface DraftWithLatest {
  draft: LockedDraft;
  latest: Awaited<ReturnType<RevisionRepository['latest']>>;
}

/** The step with which every change of a draft begins: the client has read the version that it changes. */
@Injectable()
export class CurrentDraft {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly revisions: RevisionRepository,
  ) {}

  /**
   * Locks the draft that the client has read; part of the caller's unit of work.
   * @throws {DomainError} `not-found`, `if-match.required`, `draft.stale` with the current draft
   */
  async lock(tenantId: TenantId, profileId: ProfileId, expected: ExpectedVersion): Promise<LockedDraft> {
    const locked = await this.drafts.lock(tenantId, profileId);
    if (!locked) throw notFound();
    await this.require(tenantId, profileId, expected, locked);
    return locked;
  }

  /**
   * Locks a draft of any version and reads what a save compares it with, by statements that travel together; part of the
   * caller's unit of work.
   * @throws {DomainError} `not-found`
   */
  async lockWithLatest(tenantId: TenantId, profileId: ProfileId): Promise<DraftWithLatest> {
    const [draft, latest] = await Promise.all([
      this.drafts.lock(tenantId, profileId),
      this.revisions.latest(tenantId, profileId),
    ]);
    if (!draft) throw notFound();
    return { draft, latest };
  }

  /** @throws {DomainError} `if-match.required`, `draft.stale` with the current draft, when the locked one is another version */
  async require(
    tenantId: TenantId,
    profileId: ProfileId,
    expected: ExpectedVersion,
    locked: LockedDraft,
  ): Promise<void> {
    if (expected === null) throw versionRequired();
    if (accepts(expected, locked.version)) return;
    const stored = await this.drafts.find(tenantId, profileId);
    if (!stored) throw notFound();
    throw draftStale(undefined, { current: { document: JSON.parse(stored.document), version: stored.version } });
  }
}
