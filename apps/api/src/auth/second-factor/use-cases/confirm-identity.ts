import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SessionId } from '../../../platform/ids/ids';
import { confirmationMethod } from '../../auth.errors';
import { PasswordConfirmation } from '../../attempts/password-confirmation';
import type { Device } from '../../domain/device';
import type { UserEntity } from '../../persistence/user.entity';
import { CodeCheck } from '../code-check';
import { Confirmations } from '../confirmations';

/** By what a person proves to be themselves: a code when they have a second factor, the password when they have none. */
export interface Proof {
  password?: string;
  code?: string;
  devices: readonly Device[];
}

/** Confirms that it is still the signed-in person who acts in a session. */
@Injectable()
export class ConfirmIdentity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly confirmations: Confirmations,
    private readonly passwords: PasswordConfirmation,
    private readonly codes: CodeCheck,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `confirmation.method`, `password.wrong`, `password.too-many`, `second-factor.wrong`, `second-factor.too-many` */
  async execute(user: UserEntity, sessionId: SessionId, { password, code, devices }: Proof): Promise<void> {
    const method = await this.confirmations.methodOf(user.id);
    const confirm = () => this.confirmations.note(sessionId, this.clock.now(), method);
    if (method === 'code' && code !== undefined) return this.codes.require({ user, code, devices }, confirm);
    if (method !== 'password' || password === undefined)
      throw confirmationMethod(undefined, { extras: { methods: [method] } });
    await this.passwords.require(user.id, password);
    await this.unitOfWork.run('global', confirm);
  }
}
