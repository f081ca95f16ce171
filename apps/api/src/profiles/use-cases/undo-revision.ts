import { Injectable } from '@nestjs/common';
import { CreditCharges, type Reversal } from '../../credits';
import { Clock } from '../../platform/clock/clock';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { undoableUntil } from '../domain/undo';
import { DraftRepository } from '../persistence/draft.repository';
import { RevisionRepository } from '../persistence/revision.repository';
import { revisionNotLatest, undoTooLate } from '../profiles.errors';
import { ProfileChanges } from '../profile-changes';
import type { DatedRevision } from './list-revisions';
import { editAction } from './save-revision';

/** Undoes the latest revision and refunds its credits; the draft does not change. */
@Injectable()
export class UndoRevision {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly revisions: RevisionRepository,
    private readonly changes: ProfileChanges,
    private readonly charges: CreditCharges,
    private readonly clock: Clock,
  ) {}

  /**
   * Part of the caller's unit of work.
   * @throws {DomainError} `not-found`, `revision.not-latest`, `undo.too-late`, `revision.published`
   */
  async execute(
    tenantId: TenantId,
    profileId: ProfileId,
    number: number,
  ): Promise<{ revision: DatedRevision; reversal: Reversal }> {
    if (!(await this.drafts.lock(tenantId, profileId))) throw notFound();
    const revision = await this.revisions.find(tenantId, profileId, number);
    if (!revision) throw notFound();
    const now = this.clock.now();
    const latest = await this.revisions.latest(tenantId, profileId);
    if (latest?.number !== number) throw revisionNotLatest();
    if (!undoableUntil(revision, latest.number, now)) throw undoTooLate();
    // Marked before the check: a concurrent publication holds the lock, and the check reads it afterwards.
    await this.revisions.markUndone(tenantId, revision.id, now);
    const left = await this.revisions.hasOther(tenantId, profileId, number);
    await this.changes.revisionUndone(tenantId, profileId, left);
    const reversal = await this.charges.reverse({ tenantId, action: editAction, reference: revision.id });
    return { revision: { ...revision, undone: true, undoableUntil: null }, reversal };
  }
}
