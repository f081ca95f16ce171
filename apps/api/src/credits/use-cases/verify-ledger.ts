import { Injectable } from '@nestjs/common';
import { agrees, firstBadEntry } from '../domain/hash-chain';
import { StatementRepository } from '../persistence/statement.repository';

/** Checks a tenant's hash chain, and that the balance and the grants say the same. */
@Injectable()
export class VerifyLedger {
  constructor(private readonly statement: StatementRepository) {}

  /**
   * The sequence of the first entry that is missing, moved or changed; of the last one when only the account or its
   * grants disagree with it; null when all is well.
   */
  async run(tenantId: string): Promise<number | null> {
    const account = await this.statement.account(tenantId);
    const chain = await this.statement.chain(tenantId);
    const bad = firstBadEntry(tenantId, chain);
    if (bad !== null || !account) return bad;
    return agrees(account, chain) ? null : Math.max(1, Math.min(account.sequence, chain.length + 1));
  }
}
