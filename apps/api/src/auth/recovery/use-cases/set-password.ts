import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { wrongPassword } from '../../auth.errors';
import { Mails } from '../../mails/mails';
import { AccountRepository } from '../../persistence/account.repository';
import type { UserEntity } from '../../persistence/user.entity';
import { SignOutEverywhere } from '../../use-cases/sign-out-everywhere';

/** Sets a new password, signs out everywhere and mails the person; part of the caller's unit of work. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly signOutEverywhere: SignOutEverywhere,
    private readonly mails: Mails,
    private readonly clock: Clock,
  ) {}

  /**
   * @param verified the hash of the password that was confirmed; null when a mailed link stands for it
   * @throws {DomainError} `password.wrong` when the password was changed meanwhile
   */
  async execute(user: UserEntity, passwordHash: string, verified: string | null): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      await this.signOutEverywhere.execute(user.id, 'password-changed');
      const now = this.clock.now();
      if (!(await this.accounts.setPassword(user.id, passwordHash, verified, now))) throw wrongPassword();
      await this.mails.send(user, 'password-changed');
    });
  }
}
