import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { accountBlocked, mailedLinkInvalid } from '../../auth.errors';
import { MailedLinks } from '../mailed-links';
import { Passwords } from '../../passwords/passwords';
import type { AccountWithCredential } from '../../persistence/account.repository';
import { SetPassword } from './set-password';
import { VerifyAddress } from './verify-address';

/** Sets a new password with a mailed link. It signs nobody in, so that a second factor is asked for as ever. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: MailedLinks,
    private readonly passwords: Passwords,
    private readonly setPassword: SetPassword,
    private readonly verifyAddress: VerifyAddress,
  ) {}

  /**
   * The link has reached its reader, so the address is verified. A weak password uses up no link.
   * @throws {DomainError} `mailed-link.invalid`, `account.blocked`, `password.weak`
   */
  async execute(token: string, password: string): Promise<void> {
    const found = await this.unitOfWork.run('global', () => this.links.look(token, 'reset-password'));
    const { user } = usable(found);
    await this.passwords.requireStrong(password, user);
    const passwordHash = await this.passwords.hash(password);
    await this.unitOfWork.run('global', async () => {
      const account = usable(await this.links.redeem(token, 'reset-password'));
      await this.setPassword.execute(account.user, passwordHash, null);
      await this.verifyAddress.execute(account.user);
    });
  }
}

function usable(account: AccountWithCredential | null): AccountWithCredential {
  if (!account) throw mailedLinkInvalid();
  if (account.user.blockedAt) throw accountBlocked();
  return account;
}
