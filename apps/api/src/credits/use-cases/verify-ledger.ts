import { Injectable } from '@nestjs/common';
import { firstBadEntry } from '../domain/hash-chain';
import { StatementRepository } from '../persistence/statement.repository';

/** Checks a tenant's hash chain. */
@Injectable()
export class VerifyLedger {
  constructor(private readonly statement: StatementRepository) {}

  /** The sequence of the first entry that is missing, moved or changed, or null. */
  async run(tenantId: string): Promise<number | null> {
    return firstBadEntry(tenantId, await this.statement.chain(tenantId));
  }
}
