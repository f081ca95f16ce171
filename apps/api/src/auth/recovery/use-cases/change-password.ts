import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PasswordConfirmation } from '../../attempts/password-confirmation';
import { Passwords } from '../../passwords/passwords';
import type { Member } from '../../use-cases/find-member';
import type { Client } from '../../use-cases/client';
import { OpenSession } from '../../use-cases/open-session';
import { SetPassword } from './set-password';
import type { SignedInSession } from '../../use-cases/signed-in-session';

/** A change of password, as a signed-in person asks for it. */
export interface PasswordChange {
  currentPassword: string;
  password: string;
}

/** Changes the password of a signed-in person, signs out everywhere and begins a new session here. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly confirmation: PasswordConfirmation,
    private readonly passwords: Passwords,
    private readonly setPassword: SetPassword,
    private readonly openSession: OpenSession,
  ) {}

  /** @throws {DomainError} `password.wrong`, `password.too-many`, `password.weak` */
  async execute(member: Member, change: PasswordChange, client: Client): Promise<SignedInSession> {
    const verified = await this.confirmation.require(member.user.id, change.currentPassword);
    await this.passwords.requireStrong(change.password, member.user);
    const passwordHash = await this.passwords.hash(change.password);
    return this.unitOfWork.run('global', async () => {
      await this.setPassword.execute(member.user, passwordHash, verified);
      const user = { ...member.user, deviceGeneration: member.user.deviceGeneration + 1 };
      return this.openSession.execute({ ...member, user, passwordHash }, client);
    });
  }
}
