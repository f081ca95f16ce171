import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { notFound } from '../../../platform/errors/problem';
import type { SessionId } from '../../../platform/ids/ids';
import type { UserEntity } from '../../persistence/user.entity';
import { FactorChanges } from '../../second-factor/factor-changes';
import { IdentityRepository } from '../persistence/identity.repository';
import { WaysToSignIn } from '../ways-to-sign-in';

/** Takes an identity at a provider off the account of a person. */
@Injectable()
export class DisconnectIdentity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: IdentityRepository,
    private readonly ways: WaysToSignIn,
    private readonly changes: FactorChanges,
  ) {}

  /** @throws {DomainError} `not-found`, also for somebody else's identity; `sign-in.last-way` */
  async execute(user: UserEntity, sessionId: SessionId, id: string): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      const removed = await this.ways.removing(user.id, () => this.identities.remove(user.id, id));
      if (!removed) throw notFound();
      await this.changes.tell(user, sessionId, 'identity.removed', 'identity-removed');
    });
  }
}
