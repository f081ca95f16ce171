import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { lastOwner } from '../../auth.errors';
import { Mails } from '../../mails/mails';
import type { UserEntity } from '../../persistence/user.entity';
import { SignOutEverywhere } from '../../use-cases/sign-out-everywhere';
import { graceDays } from '../domain/deletion';
import { DeletionRepository } from '../persistence/deletion.repository';

const day = 86_400_000;

/** Notes that a person leaves: pages of their own tenants are closed, every session ends, and a mail says until when they can stay. */
@Injectable()
export class RequestDeletion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deletions: DeletionRepository,
    private readonly signOutEverywhere: SignOutEverywhere,
    private readonly mails: Mails,
    private readonly clock: Clock,
  ) {}

  /** Asked for again, the day stays. @returns when the account is erased @throws {DomainError} `account.last-owner` */
  async execute(user: UserEntity): Promise<Date> {
    return this.unitOfWork.run('global', async () => {
      await this.deletions.lockTenantsOf(user.id);
      const tenants = await this.deletions.tenantsOf(user.id);
      if (tenants.some(({ isShared, isLastOwner }) => isShared && isLastOwner)) throw lastOwner();
      const own = tenants.filter(({ isShared }) => !isShared).map(({ id }) => id);
      const now = this.clock.now();
      const eraseAt = await this.deletions.request(user.id, own, now, new Date(now.getTime() + graceDays * day));
      await this.signOutEverywhere.execute(user.id, 'account-deletion');
      await this.mails.send(user, 'deletion-requested', { day: eraseAt });
      return eraseAt;
    });
  }
}
