import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { notFound } from '../../../platform/errors/problem';
import type { TenantId } from '../../../platform/ids/ids';
import { InvitationRepository } from '../persistence/invitation.repository';

/** Takes an invitation back; its link is void. */
@Injectable()
export class RevokeInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationRepository,
  ) {}

  /** @throws {DomainError} `not-found` */
  async execute(tenant: TenantId, id: string): Promise<void> {
    await this.unitOfWork.run({ tenant }, async () => {
      if (!(await this.invitations.remove(id))) throw notFound();
    });
  }
}
