import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';
import { Jobs } from '../../platform/jobs/jobs';
import { expireOverdue } from '../domain/expiry';
import type { Grant, GrantSource, LedgerTransaction } from '../domain/ledger';
import { post } from '../domain/posting';
import { moveExpiry } from '../domain/redating';
import { AccountRepository, type LockedAccount } from '../persistence/account.repository';

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
   * Grants once for each source and reference; joins the caller's unit of work. What is left of an earlier grant moves to
   * the expiry of this one.
   * @returns false when it was granted before
   */
  execute(grant: NewGrant): Promise<boolean> {
    return this.unitOfWork.run({ tenant: grant.tenantId }, () => this.grant(grant));
  }

  private async grant(grant: NewGrant): Promise<boolean> {
    const { tenantId, source, reference, amount, expiresAt } = grant;
    const now = this.clock.now();
    const account = await this.accounts.lock(tenantId);
    if (await this.accounts.hasGrant(tenantId, source, reference)) {
      await this.moveExpiry(account, grant, now);
      return false;
    }
    const issue = issueOf(grant, now);
    const made: Grant = { id: newId(), source, amount, remaining: amount, expiresAt, grantedAt: now };
    const posting = post(tenantId, account.head, [...expireOverdue(account.grants, now, newId), issue], newId);
    this.accounts.append(tenantId, posting, {
      newGrants: [{ ...made, reference, transactionId: issue.id }],
    });
    await this.scheduleExpiry(tenantId, made);
    return true;
  }

  private async moveExpiry(
    { head, grants }: LockedAccount,
    { tenantId, source, reference, expiresAt }: NewGrant,
    now: Date,
  ): Promise<void> {
    const line = await this.accounts.lineOf(tenantId, source, reference);
    const isDue = ({ id, remaining, ...grant }: Grant) =>
      line.includes(id) && remaining > 0 && !(grant.expiresAt && grant.expiresAt <= now);
    const moved = grants.filter((grant) => isDue(grant) && Number(grant.expiresAt) !== Number(expiresAt));
    const [first] = line;
    if (moved.length === 0 || first === undefined) return;
    const successors = moved.map((grant) =>
      moveExpiry({ grant, first, amount: grant.remaining }, expiresAt, now, newId),
    );
    const transactions = [...expireOverdue(grants, now, newId), ...successors.flatMap((each) => each.transactions)];
    const made = successors.map((each) => each.grant);
    this.accounts.append(tenantId, post(tenantId, head, transactions, newId), { newGrants: made });
    for (const grant of made) await this.scheduleExpiry(tenantId, grant);
  }

  private async scheduleExpiry(tenantId: TenantId, { id, expiresAt }: Grant): Promise<void> {
    if (expiresAt) await this.jobs.enqueue(expiryJob, { tenantId }, { runAt: expiresAt, key: `${expiryJob}:${id}` });
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
