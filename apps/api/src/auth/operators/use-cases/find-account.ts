import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { notFound } from '../../../platform/errors/problem';
import type { UserId } from '../../../platform/ids/ids';
import { AccountRepository } from '../../persistence/account.repository';
import { OperatorLog } from '../operator-log';
import type { AccountState } from '../persistence/operated-account.repository';
import { ReadAccountState } from './read-account-state';

/** By what an operator looks for an account: its exact address, as somebody types it, or its id. */
export type AccountName = { email: string } | { id: UserId };

/** Finds one account for an operator. Looking is an act with a reason, too. */
@Injectable()
export class FindAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly readState: ReadAccountState,
    private readonly log: OperatorLog,
  ) {}

  /** @throws {DomainError} `not-found` */
  async execute(operatorId: UserId, name: AccountName, reason: string): Promise<AccountState> {
    return this.unitOfWork.run('global', async () => {
      const userId = 'id' in name ? name.id : (await this.accounts.findByEmail(name.email))?.user.id;
      if (userId === undefined) throw notFound();
      const state = await this.readState.execute(userId);
      await this.log.record({ operatorId, act: 'operator.account-viewed', reason, userId });
      return state;
    });
  }
}
