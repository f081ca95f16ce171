import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import { creditsSuspended, insufficientCredits, memberLimitReached, subscriptionRequired } from '../credits.errors';
import { consume } from '../domain/consumption';
import { expireOverdue } from '../domain/expiry';
import type { LedgerTransaction } from '../domain/ledger';
import { post } from '../domain/posting';
import { priceList } from '../domain/price-list';
import { AccountRepository, type LockedAccount } from '../persistence/account.repository';
import { EntitlementRepository } from '../persistence/entitlement.repository';
import { MemberLimitRepository } from '../persistence/member-limit.repository';
import type { Charge, MemberAct } from '../domain/charge';

/** Charges an act: overdue grants expire first, then the price is taken in the fixed order. */
@Injectable()
export class ChargeAct {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly entitlements: EntitlementRepository,
    private readonly limits: MemberLimitRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `subscription.required`, `credits.suspended`, `credits.member-limit`, `credits.insufficient` */
  async execute(act: MemberAct): Promise<Charge> {
    const now = this.clock.now();
    // Entitlement and limit are asked for behind the lock: changing them takes that lock, too, and so does what counts for it.
    const [account, entitlement, limited] = await Promise.all([
      this.accounts.lock(act.tenantId),
      this.entitlements.find(act.tenantId, now),
      act.spentBy && this.limits.findLimited(act.tenantId, act.spentBy, now),
    ]);
    if (!entitlement || entitlement.editUntil <= now) throw subscriptionRequired();
    if (account.suspended) throw creditsSuspended();
    if (limited) requireRoom(limited, priceList[act.action]);
    const posting = post(act.tenantId, account.head, transactionsOf(act, account, now), newId);
    this.accounts.append(act.tenantId, posting, act);
    const walletEntry = posting.entries.at(-2);
    if (!walletEntry) throw new Error('A charge writes two entries.');
    return { credits: priceList[act.action], balanceAfter: posting.head.balance, entryId: walletEntry.id };
  }
}

function requireRoom({ spent, limit }: { spent: number; limit: number }, required: number): void {
  if (spent + required <= limit) return;
  throw memberLimitReached(undefined, { extras: { limit, spent, required } });
}

function transactionsOf(act: MemberAct, account: LockedAccount, now: Date): LedgerTransaction[] {
  const price = priceList[act.action];
  const expiries = expireOverdue(account.grants, now, newId);
  const allocations = consume(account.grants, price, now);
  if (!allocations) {
    const balance = expiries.reduce((sum, { amount }) => sum + amount, account.head.balance);
    throw insufficientCredits(`This costs ${price} credits; you have ${balance}.`, {
      extras: { balance, required: price },
    });
  }
  const charge: LedgerTransaction = {
    id: newId(),
    kind: 'charge',
    action: act.action,
    reference: act.reference,
    reverses: null,
    source: null,
    expiresAt: null,
    effectiveAt: now,
    amount: -price,
    against: 'spent',
    allocations,
  };
  return [...expiries, charge];
}
