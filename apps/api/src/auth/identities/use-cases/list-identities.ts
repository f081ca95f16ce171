import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';
import { AccountRepository } from '../../persistence/account.repository';
import { type Identity, IdentityRepository } from '../persistence/identity.repository';

/** Lists the identities of a person, and whether they have a password beside them. */
@Injectable()
export class ListIdentities {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: IdentityRepository,
    private readonly accounts: AccountRepository,
  ) {}

  async execute(userId: UserId): Promise<{ identities: Identity[]; hasPassword: boolean }> {
    return this.unitOfWork.run('global', async () => ({
      identities: await this.identities.list(userId),
      hasPassword: (await this.accounts.passwordHash(userId)) !== null,
    }));
  }
}
