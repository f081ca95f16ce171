import { Injectable } from '@nestjs/common';
import type { TenantId, UserId } from '../../platform/ids/ids';
import { notSignedIn } from '../auth.errors';
import { AccountRepository, type FoundMember } from '../persistence/account.repository';

/** A person in a tenant. */
export interface Member extends FoundMember {
  tenantId: TenantId;
}

/** Finds a person with their role in a tenant. */
@Injectable()
export class FindMember {
  constructor(private readonly accounts: AccountRepository) {}

  /** @throws {DomainError} `session.required` when the person is no member any more */
  async execute(userId: UserId, tenantId: TenantId): Promise<Member> {
    const member = await this.accounts.findMember(userId, tenantId);
    if (!member) throw notSignedIn();
    return { ...member, tenantId };
  }
}
