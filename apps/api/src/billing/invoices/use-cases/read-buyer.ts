import { Injectable } from '@nestjs/common';
import type { TenantId, UserId } from '../../../platform/ids/ids';
import { Buyers } from '../buyers';
import type { Buyer } from '../domain/invoice';

/** Reads whom the next invoice of a tenant will name. */
@Injectable()
export class ReadBuyer {
  constructor(private readonly buyers: Buyers) {}

  async execute(tenantId: TenantId, userId: UserId): Promise<Buyer> {
    return (await this.buyers.of(tenantId, userId)).buyer;
  }
}
