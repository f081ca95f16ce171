import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import type { SessionId } from '../../../platform/ids/ids';
import type { UserEntity } from '../../persistence/user.entity';
import { Confirmations } from '../confirmations';
import { type Proof, Proofs } from '../proofs';

/** Confirms that it is still the signed-in person who acts in a session. */
@Injectable()
export class ConfirmIdentity {
  constructor(
    private readonly confirmations: Confirmations,
    private readonly proofs: Proofs,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} as `Proofs` */
  async execute(user: UserEntity, sessionId: SessionId, proof: Proof): Promise<void> {
    const method = await this.confirmations.methodOf(user.id);
    const confirm = () => this.confirmations.note(sessionId, this.clock.now(), method);
    await this.proofs.require({ user, sessionId, method }, proof, confirm);
  }
}
