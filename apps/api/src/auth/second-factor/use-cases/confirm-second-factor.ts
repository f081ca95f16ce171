import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SessionId } from '../../../platform/ids/ids';
import { secondFactorExists, secondFactorNone, wrongCode } from '../../auth.errors';
import type { UserEntity } from '../../persistence/user.entity';
import { FactorChanges } from '../factor-changes';
import { SecondFactorRepository } from '../persistence/second-factor.repository';
import { newRecoveryCodes } from '../recovery-codes';
import { SecretEncryption } from '../secret-encryption';
import { stepOf } from '../totp';

/** Turns a second factor on with its first code. */
@Injectable()
export class ConfirmSecondFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactorRepository,
    private readonly encryption: SecretEncryption,
    private readonly changes: FactorChanges,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the recovery codes, which are shown this once
   * @throws {DomainError} `second-factor.none`, `second-factor.exists`, `second-factor.wrong`
   */
  execute(user: UserEntity, sessionId: SessionId, code: string): Promise<string[]> {
    return this.unitOfWork.run('global', async () => {
      const begun = await this.factors.find(user.id);
      if (!begun) throw secondFactorNone();
      if (begun.confirmedAt) throw secondFactorExists();
      const now = this.clock.now();
      const step = stepOf(this.encryption.decrypt(begun.secret, user.id).secret, code, now);
      if (step === null) throw wrongCode();
      if (!(await this.factors.confirm(user.id, begun.secret, step, now))) throw secondFactorExists();
      const codes = newRecoveryCodes();
      await this.factors.setRecoveryCodes(user.id, codes);
      await this.changes.tell(user, sessionId, 'second-factor.added', 'second-factor-added');
      return codes;
    });
  }
}
