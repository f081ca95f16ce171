import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SessionId } from '../../../platform/ids/ids';
import type { UserEntity } from '../../persistence/user.entity';
import { FactorChanges } from '../factor-changes';
import { SecondFactorRepository } from '../persistence/second-factor.repository';

/** Removes the second factor of a person; without one nothing changes. */
@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactorRepository,
    private readonly changes: FactorChanges,
  ) {}

  async execute(user: UserEntity, sessionId: SessionId): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      if (!(await this.factors.remove(user.id))) return;
      await this.changes.tell(user, sessionId, 'second-factor.removed', 'second-factor-removed');
    });
  }
}
