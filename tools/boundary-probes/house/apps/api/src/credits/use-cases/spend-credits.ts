import { Injectable } from '@nestjs/common';
import { Caller } from '../../auth';
import { Clock } from '../../platform/clock/clock';
import { NotEnoughCreditsError } from '../domain/credits.errors';
import { LedgerRepository } from '../persistence/ledger.repository';

@Injectable()
export class SpendCredits {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: LedgerRepository,
  ) {}

  async execute(caller: Caller, amount: number): Promise<void> {
    const balance = await this.ledger.balanceOf(caller.userId, this.clock.now());
    if (balance < amount) throw new NotEnoughCreditsError();
  }
}
