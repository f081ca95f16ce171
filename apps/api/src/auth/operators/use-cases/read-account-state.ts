import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { notFound } from '../../../platform/errors/problem';
import type { UserId } from '../../../platform/ids/ids';
import { type AccountState, OperatedAccountRepository } from '../persistence/operated-account.repository';

/** Reads the state of an account for an operator. */
@Injectable()
export class ReadAccountState {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: OperatedAccountRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `not-found` */
  async execute(userId: UserId): Promise<AccountState> {
    const state = await this.unitOfWork.run('global', () => this.accounts.state(userId, this.clock.now()));
    if (!state) throw notFound();
    return state;
  }
}
