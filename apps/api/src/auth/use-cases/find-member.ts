import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId, UserId } from '../../platform/ids/ids';
import { notSignedIn } from '../auth.errors';
import type { Role } from '../domain/roles';
import { AccountRepository } from '../persistence/account.repository';
import type { UserEntity } from '../persistence/user.entity';

/** A person in a tenant. */
export interface Member {
  user: UserEntity;
  tenantId: TenantId;
  role: Role;
}

/** Finds a person with their role in a tenant. */
@Injectable()
export class FindMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
  ) {}

  /** @throws {DomainError} `session.required` when the person is no member any more */
  async execute(userId: UserId, tenantId: TenantId): Promise<Member> {
    const member = await this.unitOfWork.run('global', () => this.accounts.findMember(userId, tenantId));
    if (!member) throw notSignedIn();
    return { ...member, tenantId };
  }
}
