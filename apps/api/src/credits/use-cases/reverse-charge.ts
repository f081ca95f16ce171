import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import { notFound } from '../../platform/errors/problem';
import { alreadyReversed, creditsSuspended } from '../credits.errors';
import { expireOverdue } from '../domain/expiry';
import { post } from '../domain/posting';
import { reverse } from '../domain/reversal';
import { AccountRepository } from '../persistence/account.repository';
import type { ChargeableAct, Reversal } from '../domain/charge';

/** Reverses a charge, once. */
@Injectable()
export class ReverseCharge {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `not-found`, `charge.reversed`, `credits.suspended` */
  async execute({ tenantId, action, reference }: ChargeableAct): Promise<Reversal> {
    const now = this.clock.now();
    const account = await this.accounts.lock(tenantId);
    if (account.suspended) throw creditsSuspended();
    const charge = await this.accounts.findCharge(tenantId, action, reference);
    if (!charge) throw notFound();
    if (charge.reversed) throw alreadyReversed();
    const ids = charge.allocations.map(({ grantId }) => grantId);
    const [grants, replacements, takenBack] = await Promise.all([
      this.accounts.findGrants(tenantId, ids),
      this.accounts.replacements(tenantId, ids),
      this.accounts.takenBack(tenantId, ids),
    ]);
    const reversed = reverse(charge, { grants, replacements, takenBack }, now, newId);
    const transactions = [...expireOverdue(account.grants, now, newId), ...reversed.transactions];
    const posting = post(tenantId, account.head, transactions, newId);
    this.accounts.append(tenantId, posting, { newGrants: reversed.grants });
    const credits = charge.allocations.reduce((sum, { amount }) => sum - amount, 0);
    return { credits, balanceAfter: posting.head.balance };
  }
}
