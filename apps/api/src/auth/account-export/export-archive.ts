import { Injectable } from '@nestjs/common';
import type { StoredAccount } from '../../platform/account-data/account-data';
import { AccountDataRegistry } from '../../platform/account-data/account-data-registry';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { UserId } from '../../platform/ids/ids';
import { DeletionRepository } from '../leaving/persistence/deletion.repository';
import { writeArchive } from './write-archive';

/** Writes what all modules store of a person into an archive. */
@Injectable()
export class ExportArchive {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deletions: DeletionRepository,
    private readonly data: AccountDataRegistry,
    private readonly clock: Clock,
  ) {}

  /** @param path of a file that does not exist */
  async write(userId: UserId, path: string): Promise<void> {
    const account = await this.unitOfWork.run('global', () => this.accountOf(userId));
    await writeArchive(path, await this.data.collect(account), this.clock.now());
  }

  private async accountOf(userId: UserId): Promise<StoredAccount> {
    const tenants = await this.deletions.tenantsOf(userId);
    const tenantIds = tenants.filter(({ isShared }) => !isShared).map(({ id }) => id);
    return { userId, emails: await this.deletions.addressesOf(userId), tenantIds };
  }
}
