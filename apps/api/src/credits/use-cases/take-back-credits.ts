import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';
import { expireOverdue } from '../domain/expiry';
import type { GrantSource } from '../domain/ledger';
import { post } from '../domain/posting';
import { takeBackOf } from '../domain/redating';
import { AccountRepository } from '../persistence/account.repository';

/** What is to be taken back of a grant. */
export interface TakeBack {
  tenantId: TenantId;
  source: GrantSource;
  /** What the grant was for. */
  grantedFor: string;
  /** What asks for it, such as a refund; each asks once. */
  reference: string;
  /** How many credits are due together with what was asked for before. */
  due: number;
  /** Nothing of the grant is to be spent any more: what an undo returns to it is taken back, too. */
  complete: boolean;
}

/** Takes back what is left of a grant, up to what is due. What was spent stays spent: no balance falls below zero. */
@Injectable()
export class TakeBackCredits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  /** Once for each reference; joins the caller's unit of work. @returns the credits taken; 0 when nothing was granted */
  execute(takeBack: TakeBack): Promise<number> {
    return this.unitOfWork.run({ tenant: takeBack.tenantId }, () => this.takeBack(takeBack));
  }

  private async takeBack({ tenantId, source, grantedFor, due, ...asked }: TakeBack): Promise<number> {
    const now = this.clock.now();
    const { head, grants } = await this.accounts.lock(tenantId);
    const line = await this.accounts.lineOf(tenantId, source, grantedFor);
    const [first] = line;
    if (first === undefined) return 0;
    const before = await this.accounts.askedBack(tenantId, first);
    const amount = Math.max(0, due - before);
    if (!(await this.accounts.addTakeBack(tenantId, { ...asked, grantId: first, amount, at: now }))) return 0;
    const spendable = grants.filter(
      ({ id, expiresAt }) => line.includes(id) && !(expiresAt !== null && expiresAt <= now),
    );
    let left = amount;
    const taken = spendable.flatMap(({ id, remaining }) => {
      const part = Math.min(left, remaining);
      left -= part;
      return part > 0 ? [takeBackOf(id, part, now, newId())] : [];
    });
    if (taken.length === 0) return 0;
    this.accounts.append(tenantId, post(tenantId, head, [...expireOverdue(grants, now, newId), ...taken], newId));
    return amount - left;
  }
}
