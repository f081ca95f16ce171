import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { Cursors } from '../../platform/paging/cursors';
import { undoableUntil } from '../domain/undo';
import { ProfileRepository } from '../persistence/profile.repository';
import { RevisionRepository, type RevisionRow, type RevisionWithDocument } from '../persistence/revision.repository';

/** A revision with the end of its undo. */
export type DatedRevision = RevisionRow & { undoableUntil: Date | null };

const list = 'profiles.revisions';

/** Reads the revisions of a profile. */
@Injectable()
export class ReadRevisions {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly revisions: RevisionRepository,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** One page, newest first. @throws {DomainError} `not-found`, `request.invalid` */
  async page(
    tenantId: TenantId,
    profileId: ProfileId,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ revisions: DatedRevision[]; nextCursor: string | null }> {
    if (!(await this.profiles.find(tenantId, profileId))) throw notFound();
    const below = this.cursors.read(list, tenantId, cursor, z.int());
    const rows = await this.revisions.list(tenantId, profileId, below, limit + 1);
    const latest = await this.revisions.latestNumber(tenantId, profileId);
    const revisions = rows.slice(0, limit).map((revision) => this.dated(revision, latest));
    const last = revisions.at(-1);
    return {
      revisions,
      nextCursor: rows.length > limit && last ? this.cursors.write(list, tenantId, last.number) : null,
    };
  }

  /** One revision with its document. @throws {DomainError} `not-found` */
  async one(tenantId: TenantId, profileId: ProfileId, number: number): Promise<DatedRevision & RevisionWithDocument> {
    const revision = await this.revisions.find(tenantId, profileId, number);
    if (!revision) throw notFound();
    return { ...revision, ...this.dated(revision, await this.revisions.latestNumber(tenantId, profileId)) };
  }

  /** A revision with the end of its undo, when `latest` is the latest. */
  dated<Row extends RevisionRow>(revision: Row, latest: number | null): Row & DatedRevision {
    return { ...revision, undoableUntil: undoableUntil(revision, latest, this.clock.now()) };
  }
}
