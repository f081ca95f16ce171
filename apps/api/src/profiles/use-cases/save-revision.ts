import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { Caller } from '../../auth';
import { type Charge, CreditCharges } from '../../credits';
import { Clock } from '../../platform/clock/clock';
import { ProfileId, RevisionId } from '../../platform/ids/ids';
import { CurrentDraft } from '../current-draft';
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
   * Part of the caller's unit of work.
   * @throws {DomainError} `not-found`, `if-match.required`, `draft.stale`, `subscription.required`, `credits.insufficient`
   */
  async execute({ tenantId, userId }: Caller, profileId: ProfileId, expected: ExpectedVersion): Promise<SavedRevision> {
    const draft = await this.currentDraft.lock(tenantId, profileId, expected);
    const latest = await this.revisions.latest(tenantId, profileId);
    const at = this.clock.now();
    if (latest?.contentHash.equals(draft.contentHash)) {
      return { revision: withUndo(latest, latest.number, at), charge: null };
    }
    const created = { id: RevisionId(newId()), by: userId, at };
    const revision = await this.revisions.addFromDraft(tenantId, profileId, created);
    await this.changes.revisionSaved(tenantId, profileId);
    const charge = await this.charges.charge({ tenantId, action: editAction, reference: revision.id, spentBy: userId });
    return { revision: withUndo(revision, revision.number, at), charge };
  }
}
