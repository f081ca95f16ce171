import { Injectable } from '@nestjs/common';
import type { Caller } from '../../auth';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import { type Answer, Idempotency, type IdempotentRequest, type Reply } from '../../platform/idempotency/idempotency';
import { ProfileAnswers } from '../dto/profile-answers';
import { ProfileRepository } from '../persistence/profile.repository';
import { SaveRevision } from './save-revision';

/** Saves a revision once for each Idempotency-Key: effect, charge and answer are one transaction. */
@Injectable()
export class SaveRevisionOnce {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileRepository,
    private readonly idempotency: Idempotency,
    private readonly saveRevision: SaveRevision,
    private readonly answers: ProfileAnswers,
  ) {}

  /** @throws {DomainError} what `Idempotency.once` and `SaveRevision.run` throw; an unknown profile before anything else */
  run(caller: Caller, profileId: string, ifMatch: string | undefined, request: IdempotentRequest): Promise<Reply> {
    const { tenantId } = caller;
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!(await this.profiles.exists(tenantId, profileId))) throw notFound();
      return this.idempotency.once(tenantId, request, () => this.save(caller, profileId, ifMatch));
    });
  }

  private async save(caller: Caller, profileId: string, ifMatch: string | undefined): Promise<Answer> {
    const { revision, charge } = await this.saveRevision.run(caller, profileId, ifMatch);
    const body = { revision: this.answers.revision(revision), charge };
    if (!charge) return { status: 200, body };
    return { status: 201, headers: { Location: `/api/profiles/${profileId}/revisions/${revision.number}` }, body };
  }
}
