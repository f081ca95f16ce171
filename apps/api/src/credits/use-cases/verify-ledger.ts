import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../platform/ids/ids';
import { checkLedger } from '../check-ledger';
import { StatementRepository } from '../persistence/statement.repository';

/** Verifies the ledger of one tenant. */
@Injectable()
export class VerifyLedger {
  constructor(private readonly statement: StatementRepository) {}

  /** @returns the sequence of the first wrong entry, or null when everything agrees */
  async execute(tenantId: TenantId): Promise<number | null> {
    return (await checkLedger(this.statement, tenantId)).bad;
  }
}
