import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SessionId } from '../../platform/ids/ids';
import { PasswordConfirmation } from '../attempts/password-confirmation';
import { confirmationMethod } from '../auth.errors';
import type { Device } from '../domain/device';
import type { UserEntity } from '../persistence/user.entity';
import { CodeCheck } from './code-check';
import type { ConfirmationMethod } from './confirmations';
import { MailedConfirmation } from './mailed-confirmation';

/** By what a person proves to be themselves: the one that their account asks for. */
export interface Proof {
  password?: string;
  code?: string;
  mailedCode?: string;
  devices: readonly Device[];
}

/** Checks proofs that it is still the person of a session. */
@Injectable()
export class Proofs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passwords: PasswordConfirmation,
    private readonly codes: CodeCheck,
    private readonly mailedCodes: MailedConfirmation,
  ) {}

  /**
   * Takes a proof by one method and does what it allows.
   * @throws {DomainError} `confirmation.method`, `password.wrong`, `password.too-many`, `second-factor.wrong`, `second-factor.too-many`
   */
  async require(
    { user, sessionId, method }: { user: UserEntity; sessionId: SessionId; method: ConfirmationMethod },
    { password, code, mailedCode, devices }: Proof,
    work: () => Promise<void>,
  ): Promise<void> {
    if (method === 'code' && code !== undefined) return this.codes.require({ user, code, devices }, work);
    if (method === 'mail' && mailedCode !== undefined)
      return this.mailedCodes.require(user, sessionId, mailedCode, work);
    if (method !== 'password' || password === undefined)
      throw confirmationMethod(undefined, { extras: { methods: [method] } });
    await this.passwords.require(user.id, password);
    await this.unitOfWork.run('global', work);
  }
}
