import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { withUndo } from '../domain/undo';
import { RevisionRepository, type RevisionWithDocument } from '../persistence/revision.repository';
import type { DatedRevision } from './list-revisions';

/** Reads one revision of a profile with its document. */
@Injectable()
export class ReadRevision {
  constructor(
    private readonly revisions: RevisionRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `not-found` */
  async execute(
    tenantId: TenantId,
    profileId: ProfileId,
    number: number,
  ): Promise<DatedRevision & RevisionWithDocument> {
    const revision = await this.revisions.find(tenantId, profileId, number);
    if (!revision) throw notFound();
    return withUndo(revision, await this.revisions.latestNumber(tenantId, profileId), this.clock.now());
  }
}
