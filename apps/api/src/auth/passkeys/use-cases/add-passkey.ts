import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SessionId } from '../../../platform/ids/ids';
import { addressUnverified } from '../../auth.errors';
import type { UserEntity } from '../../persistence/user.entity';
import { FactorChanges } from '../../second-factor/factor-changes';
import { type PasskeyAttestation, PasskeyRegistrations } from '../passkey-registrations';
import { passkeyExists, passkeyRejected } from '../passkeys.errors';
import { type Passkey, PasskeyRepository } from '../persistence/passkey.repository';

/** Adds a passkey that a browser has made for a person. */
@Injectable()
export class AddPasskey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: PasskeyRegistrations,
    private readonly passkeys: PasskeyRepository,
    private readonly changes: FactorChanges,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `email.unverified`, `passkey.rejected`, `passkey.exists` */
  async execute(
    user: UserEntity,
    sessionId: SessionId,
    name: string,
    attestation: PasskeyAttestation,
  ): Promise<Passkey> {
    if (!user.emailVerifiedAt) throw addressUnverified();
    const verified = await this.registrations.verify(user, sessionId, attestation);
    if (!verified) throw passkeyRejected();
    return this.unitOfWork.run('global', async () => {
      if (!(await this.registrations.use(verified.challenge))) throw passkeyRejected();
      const passkey = await this.passkeys.add(user.id, name, verified.passkey, this.clock.now());
      if (!passkey) throw passkeyExists();
      await this.changes.tell(user, sessionId, 'passkey.added', 'passkey-added');
      return passkey;
    });
  }
}
