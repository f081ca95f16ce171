import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { notFound } from '../../../platform/errors/problem';
import type { SessionId } from '../../../platform/ids/ids';
import type { UserEntity } from '../../persistence/user.entity';
import { FactorChanges } from '../../second-factor/factor-changes';
import { WaysToSignIn } from '../../identities/ways-to-sign-in';
import { PasskeyRepository } from '../persistence/passkey.repository';

/** Removes a passkey of a person. */
@Injectable()
export class RemovePasskey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passkeys: PasskeyRepository,
    private readonly ways: WaysToSignIn,
    private readonly changes: FactorChanges,
  ) {}

  /** @throws {DomainError} `not-found`, also for somebody else's passkey; `sign-in.last-way` */
  async execute(user: UserEntity, sessionId: SessionId, id: string): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      if (!(await this.ways.removing(user.id, () => this.passkeys.remove(user.id, id)))) throw notFound();
      await this.changes.tell(user, sessionId, 'passkey.removed', 'passkey-removed');
    });
  }
}
