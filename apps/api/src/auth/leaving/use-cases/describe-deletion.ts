import { Injectable } from '@nestjs/common';
import type { Losses } from '../../../platform/account-data/account-data';
import { AccountDataRegistry } from '../../../platform/account-data/account-data-registry';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserEntity } from '../../persistence/user.entity';
import { DeletionRepository } from '../persistence/deletion.repository';

/** What a person loses with the account, and when it will be erased. */
export interface Deletion {
  /** null when the person does not leave. */
  eraseAt: Date | null;
  losses: Losses;
}

/** Tells a person what they lose with the account, before and after they have asked for its deletion. */
@Injectable()
export class DescribeDeletion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deletions: DeletionRepository,
    private readonly data: AccountDataRegistry,
  ) {}

  async execute({ id: userId, email }: UserEntity): Promise<Deletion> {
    const { eraseAt, tenantIds } = await this.unitOfWork.run('global', async () => {
      const tenants = await this.deletions.tenantsOf(userId);
      const own = tenants.filter(({ isShared }) => !isShared).map(({ id }) => id);
      return { eraseAt: await this.deletions.eraseAt(userId), tenantIds: own };
    });
    return { eraseAt, losses: await this.data.losses({ userId, emails: [email], tenantIds }) };
  }
}
