import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Idempotency, type IdempotentRequest, type Reply } from '../../platform/idempotency/idempotency';
import { ProfileAnswers } from '../dto/profile-answers';
import { UndoRevision } from './undo-revision';

/** Undoes a revision once for each Idempotency-Key. */
@Injectable()
export class UndoRevisionOnce {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly undoRevision: UndoRevision,
    private readonly answers: ProfileAnswers,
  ) {}

  /** @throws {DomainError} what `Idempotency.once` and `UndoRevision.run` throw */
  run(tenantId: string, profileId: string, number: number, request: IdempotentRequest): Promise<Reply> {
    return this.unitOfWork.run({ tenant: tenantId }, () =>
      this.idempotency.once(tenantId, request, async () => {
        const { revision, reversal } = await this.undoRevision.run(tenantId, profileId, number);
        return { status: 200, body: { revision: this.answers.revision(revision), reversal } };
      }),
    );
  }
}
