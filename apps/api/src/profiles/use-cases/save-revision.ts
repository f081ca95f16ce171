import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { Caller } from '../../auth';
import { type Charge, CreditCharges } from '../../credits';
import { Clock } from '../../platform/clock/clock';
import { ProfileId, RevisionId } from '../../platform/ids/ids';
import { CurrentDraft, type DraftWithLatest } from '../current-draft';
import type { ExpectedVersion } from '../domain/expected-version';
import { withUndo } from '../domain/undo';
import { RevisionRepository } from '../persistence/revision.repository';
import { ProfileChanges } from '../profile-changes';
import type { DatedRevision } from './list-revisions';

/** The action under which a revision is charged. */
export const editAction = 'profile.edit';

/** A saved revision with its charge; for an unchanged draft the latest revision and no charge. */
export interface SavedRevision {
  revision: DatedRevision;
  charge: Charge | null;
}

/** Saves the draft as the next revision and charges it: both or neither. */
@Injectable()
export class SaveRevision {
  constructor(
    private readonly currentDraft: CurrentDraft,
    private readonly revisions: RevisionRepository,
    private readonly changes: ProfileChanges,
    private readonly charges: CreditCharges,
    private readonly clock: Clock,
  ) {}

  /**
   * Saves what `CurrentDraft.lockWithLatest` has locked, in the same unit of work. Its statements travel together, in the order of the locks:
   * the profile, its publication, the account.
   * @throws {DomainError} `if-match.required`, `draft.stale`, `subscription.required`, `credits.insufficient`
   */
  async execute(
    { tenantId, userId }: Caller,
    profileId: ProfileId,
    { draft, latest }: DraftWithLatest,
    expected: ExpectedVersion,
  ): Promise<SavedRevision> {
    await this.currentDraft.require(tenantId, profileId, expected, draft);
    const at = this.clock.now();
    if (latest?.contentHash.equals(draft.contentHash)) {
      return { revision: withUndo(latest, latest.number, at), charge: null };
    }
    const created = { id: RevisionId(newId()), by: userId, at };
    const [revision, , charge] = await Promise.all([
      this.revisions.addFromDraft(tenantId, profileId, created),
      this.changes.revisionSaved(tenantId, profileId),
      this.charges.charge({ tenantId, action: editAction, reference: created.id, spentBy: userId }),
    ]);
    return { revision: withUndo(revision, revision.number, at), charge };
  }
}
