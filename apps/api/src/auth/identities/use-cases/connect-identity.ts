import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SessionId } from '../../../platform/ids/ids';
import { addressUnverified } from '../../auth.errors';
import type { UserEntity } from '../../persistence/user.entity';
import { FactorChanges } from '../../second-factor/factor-changes';
import type { ProvenIdentity } from '../proven-identity';
import { identityEmailUnverified, identityTaken } from '../identities.errors';
import { type Identity, IdentityRepository } from '../persistence/identity.repository';

/** Connects an identity at a provider to the account of a person, who can sign in with it from then on. */
@Injectable()
export class ConnectIdentity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: IdentityRepository,
    private readonly changes: FactorChanges,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `email.unverified`, `identity.email-unverified`, `identity.taken` */
  async execute(user: UserEntity, sessionId: SessionId, { email, ...identity }: ProvenIdentity): Promise<Identity> {
    if (!user.emailVerifiedAt) throw addressUnverified();
    if (email === null) throw identityEmailUnverified();
    return this.unitOfWork.run('global', async () => {
      const connected = await this.identities.add(user.id, { ...identity, email }, this.clock.now());
      if (!connected) throw identityTaken();
      await this.changes.tell(user, sessionId, 'identity.added', 'identity-added');
      return connected;
    });
  }
}
