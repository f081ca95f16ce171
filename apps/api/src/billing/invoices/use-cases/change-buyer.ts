import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { TenantId } from '../../../platform/ids/ids';
import { isGstin, stateOfGstin } from '../domain/gstin';
import type { Buyer } from '../domain/invoice';
import { gstinInvalid, gstinOfAnotherState } from '../invoices.errors';
import { BuyerRepository } from '../persistence/buyer.repository';

/** Changes what the next invoices of a tenant say of it; those that were issued stay as they are. */
@Injectable()
export class ChangeBuyer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly buyers: BuyerRepository,
  ) {}

  /** A GSTIN names the state, where none is given. @throws {DomainError} `gstin.invalid`, `gstin.state` */
  async execute(tenantId: TenantId, { name, address, state, gstin }: Buyer): Promise<Buyer> {
    if (gstin !== null && !isGstin(gstin)) throw gstinInvalid();
    const registeredIn = gstin === null ? null : stateOfGstin(gstin);
    if (registeredIn !== null && state !== null && state !== registeredIn) throw gstinOfAnotherState();
    const buyer = { name, address, state: state ?? registeredIn, gstin };
    await this.unitOfWork.run({ tenant: tenantId }, () => this.buyers.save(tenantId, buyer));
    return buyer;
  }
}
