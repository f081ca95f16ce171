import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { withUndo } from '../domain/undo';
import { RevisionRepository } from '../persistence/revision.repository';
import type { DatedRevision } from './list-revisions';

/** Gives a revision a name, or takes it away; free, and the revision is not altered. */
@Injectable()
export class NameRevision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revisions: RevisionRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `not-found`, also while the profile is in the trash */
  async execute(tenantId: TenantId, profileId: ProfileId, number: number, name: string | null): Promise<DatedRevision> {
    const revision = await this.unitOfWork.run({ tenant: tenantId }, () =>
      this.revisions.name(tenantId, profileId, number, name),
    );
    if (!revision) throw notFound();
    return withUndo(revision, await this.revisions.latestNumber(tenantId, profileId), this.clock.now());
  }
}
