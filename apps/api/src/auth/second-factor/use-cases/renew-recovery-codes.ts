import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SessionId } from '../../../platform/ids/ids';
import { secondFactorNone } from '../../auth.errors';
import type { UserEntity } from '../../persistence/user.entity';
import { FactorChanges } from '../factor-changes';
import { SecondFactorRepository } from '../persistence/second-factor.repository';
import { newRecoveryCodes } from '../recovery-codes';

/** Replaces the recovery codes of a person. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactorRepository,
    private readonly changes: FactorChanges,
  ) {}

  /** @returns the new ones, which are shown this once @throws {DomainError} `second-factor.none` */
  execute(user: UserEntity, sessionId: SessionId): Promise<string[]> {
    return this.unitOfWork.run('global', async () => {
      if (!(await this.factors.isOn(user.id))) throw secondFactorNone();
      const codes = newRecoveryCodes();
      await this.factors.setRecoveryCodes(user.id, codes);
      await this.changes.tell(user, sessionId, 'second-factor.codes-renewed', 'recovery-codes-renewed');
      return codes;
    });
  }
}
