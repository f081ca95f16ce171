import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';
import { agrees, firstBadEntry } from '../domain/hash-chain';
import { StatementRepository } from '../persistence/statement.repository';

/** What a check of all accounts found. */
export interface LedgerReport {
  accounts: number;
  entries: number;
  /** Accounts that do not hold, each with the first place where it does not. */
  faults: { tenantId: TenantId; sequence: number }[];
}

const atOnce = 1000;

/** Checks a tenant's hash chain, and that the balance and the grants say the same. */
@Injectable()
export class VerifyLedger {
  constructor(private readonly statement: StatementRepository) {}

  /**
   * The sequence of the first entry that is missing, moved or changed; of the last one when only the account or its
   * grants disagree with it; null when all is well.
   */
  async execute(tenantId: TenantId): Promise<number | null> {
    return (await this.check(tenantId)).bad;
  }

  /** Checks every account, one after the other. */
  async all(): Promise<LedgerReport> {
    const report: LedgerReport = { accounts: 0, entries: 0, faults: [] };
    let last: TenantId | null = null;
    do {
      const tenants: TenantId[] = await this.statement.tenants(last, atOnce);
      for (const tenantId of tenants) {
        const { bad, entries } = await this.check(tenantId);
        report.accounts += 1;
        report.entries += entries;
        if (bad !== null) report.faults.push({ tenantId, sequence: bad });
      }
      last = tenants.at(-1) ?? null;
    } while (last !== null);
    return report;
  }

  private async check(tenantId: TenantId): Promise<{ bad: number | null; entries: number }> {
    const account = await this.statement.account(tenantId);
    const chain = await this.statement.chain(tenantId);
    const found = { bad: firstBadEntry(tenantId, chain), entries: chain.length };
    if (found.bad !== null || !account || agrees(account, chain)) return found;
    return { ...found, bad: Math.max(1, Math.min(account.sequence, chain.length + 1)) };
  }
}

/** The check over a unit of work alone, for programs without the rest of the API. */
export function verifyLedgerOver(unitOfWork: UnitOfWork): Promise<LedgerReport> {
  return new VerifyLedger(new StatementRepository(unitOfWork)).all();
}
