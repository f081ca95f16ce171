import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';
import { Jobs } from '../../platform/jobs/jobs';
import { expireOverdue } from '../domain/expiry';
import type { Grant, GrantSource, LedgerTransaction } from '../domain/ledger';
import { post } from '../domain/posting';
import { AccountRepository } from '../persistence/account.repository';

/** Credits to put into an account. */
export interface NewGrant {
  tenantId: TenantId;
  source: GrantSource;
  /** What the grant is for, such as a payment; one source grants once for one reference. */
  reference: string;
  amount: number;
  /** The instant from which the rest cannot be spent; null never comes. */
  expiresAt: Date | null;
}

/** The kind of job that expires what is left of a grant. */
export const expiryJob = 'credits.expire';

/** Puts credits into an account. */
@Injectable()
export class GrantCredits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Grants once for each source and reference; joins the caller's unit of work.
   * @returns false when it was granted before
   */
  execute(grant: NewGrant): Promise<boolean> {
    return this.unitOfWork.run({ tenant: grant.tenantId }, () => this.grant(grant));
  }

  private async grant(grant: NewGrant): Promise<boolean> {
    const { tenantId, source, reference, amount, expiresAt } = grant;
    const now = this.clock.now();
    const account = await this.accounts.lock(tenantId);
    if (await this.accounts.hasGrant(tenantId, source, reference)) return false;
    const issue = issueOf(grant, now);
    const made: Grant = { id: newId(), source, amount, remaining: amount, expiresAt, grantedAt: now };
    const posting = post(tenantId, account.head, [...expireOverdue(account.grants, now, newId), issue], newId);
    await this.accounts.append(tenantId, posting, [{ ...made, reference, transactionId: issue.id }]);
    if (expiresAt)
      await this.jobs.enqueue(expiryJob, { tenantId }, { runAt: expiresAt, key: `${expiryJob}:${made.id}` });
    return true;
  }
}

function issueOf({ source, reference, amount, expiresAt }: NewGrant, now: Date): LedgerTransaction {
  return {
    id: newId(),
    kind: 'grant',
    action: null,
    reference,
    reverses: null,
    source,
    expiresAt,
    effectiveAt: now,
    amount,
    against: 'issued',
    allocations: [],
  };
}
