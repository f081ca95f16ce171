import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { TenantId } from '../../platform/ids/ids';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { expireOverdue } from '../domain/expiry';
import { post } from '../domain/posting';
import { AccountRepository } from '../persistence/account.repository';
import { expiryJob } from './grant-credits';

/** Posts the expiry of overdue grants. They are unspendable already, so a late or repeated run changes nothing. */
@Injectable()
export class ExpireCredits implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(expiryJob, z.object({ tenantId: z.uuid().transform(TenantId) }), ({ tenantId }) =>
      this.execute(tenantId),
    );
  }

  execute(tenantId: TenantId): Promise<void> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      const account = await this.accounts.lock(tenantId);
      const expiries = expireOverdue(account.grants, this.clock.now(), newId);
      if (expiries.length === 0) return;
      this.accounts.append(tenantId, post(tenantId, account.head, expiries, newId));
    });
  }
}
