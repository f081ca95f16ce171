import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { addressUnverified, secondFactorExists } from '../../auth.errors';
import type { UserEntity } from '../../persistence/user.entity';
import { SecondFactorRepository } from '../persistence/second-factor.repository';
import { SecretEncryption } from '../secret-encryption';
import { enrolment, newSecret } from '../totp';

/** Makes the secret of a second factor, which is asked for once a code has confirmed it. */
@Injectable()
export class BeginSecondFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactorRepository,
    private readonly encryption: SecretEncryption,
    private readonly clock: Clock,
  ) {}

  /** Begun again, it has another secret. @throws {DomainError} `email.unverified`, `second-factor.exists` */
  async execute({ id, email, emailVerifiedAt }: UserEntity): Promise<{ secret: string; uri: string }> {
    if (!emailVerifiedAt) throw addressUnverified();
    const secret = newSecret();
    const encrypted = this.encryption.encrypt(secret, id);
    const begun = await this.unitOfWork.run('global', () => this.factors.begin(id, encrypted, this.clock.now()));
    if (!begun) throw secondFactorExists();
    return enrolment(secret, email);
  }
}
