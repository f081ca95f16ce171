import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import type { ExpectedVersion } from '../domain/expected-version';
import type { StoredDraft } from '../persistence/draft.repository';
import { RevisionRepository } from '../persistence/revision.repository';
import { ReadDraft } from './read-draft';
import { SaveDraft } from './save-draft';

/** Puts the document of a revision into the draft. */
@Injectable()
export class RestoreRevision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revisions: RevisionRepository,
    private readonly saveDraft: SaveDraft,
    private readonly readDraft: ReadDraft,
  ) {}

  /** @throws {DomainError} `not-found`, `if-match.required`, `draft.stale` */
  execute(tenantId: TenantId, profileId: ProfileId, number: number, expected: ExpectedVersion): Promise<StoredDraft> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      const revision = await this.revisions.find(tenantId, profileId, number);
      if (!revision) throw notFound();
      await this.saveDraft.execute(tenantId, profileId, JSON.parse(revision.document), expected);
      return this.readDraft.execute(tenantId, profileId);
    });
  }
}
