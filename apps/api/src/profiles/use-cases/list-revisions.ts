import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { Cursors } from '../../platform/paging/cursors';
import { withUndo } from '../domain/undo';
import { ProfileRepository } from '../persistence/profile.repository';
import { RevisionRepository, type RevisionRow } from '../persistence/revision.repository';

/** A revision with the end of its undo. */
export type DatedRevision = RevisionRow & { undoableUntil: Date | null };

const list = 'profiles.revisions';

/** Lists the revisions of a profile. */
@Injectable()
export class ListRevisions {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly revisions: RevisionRepository,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** One page, newest first. @throws {DomainError} `not-found`, `request.invalid` */
  async execute(
    tenantId: TenantId,
    profileId: ProfileId,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ revisions: DatedRevision[]; nextCursor: string | null }> {
    if (!(await this.profiles.find(tenantId, profileId))) throw notFound();
    const below = this.cursors.read(list, tenantId, cursor, z.int());
    const rows = await this.revisions.list(tenantId, profileId, below, limit + 1);
    const latest = await this.revisions.latestNumber(tenantId, profileId);
    const now = this.clock.now();
    const revisions = rows.slice(0, limit).map((revision) => withUndo(revision, latest, now));
    const last = revisions.at(-1);
    const more = rows.length > limit && last;
    return { revisions, nextCursor: more ? this.cursors.write(list, tenantId, last.number) : null };
  }
}
