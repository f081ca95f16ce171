import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work';
import { AccountData, type LeavingAccount } from './account-data';
import { AccountDataRegistry } from './account-data-registry';

const queue = 'The queue’s own: names of jobs and times.';

/** Stored answers, mails on their way, and addresses that are written to no more. */
@Injectable()
export class PlatformAccountData extends AccountData implements OnModuleInit {
  readonly erased = [
    'platform.idempotency_keys',
    'platform.captured_mails',
    'platform.suppressed_addresses',
    'graphile_worker._private_jobs',
  ];
  readonly impersonal = {
    'platform.migrations': 'Names and hashes of files.',
    'graphile_worker.migrations': queue,
    'graphile_worker._private_job_queues': queue,
    'graphile_worker._private_tasks': queue,
    'graphile_worker._private_known_crontabs': queue,
  };

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: AccountDataRegistry,
  ) {
    super();
  }

  onModuleInit(): void {
    this.registry.register(this);
  }

  override async erase({ emails, tenantIds }: LeavingAccount): Promise<void> {
    await this.unitOfWork.query('DELETE FROM platform.idempotency_keys WHERE tenant_id = ANY ($1::uuid[])', [
      tenantIds,
    ]);
    for (const sql of [
      'DELETE FROM platform.captured_mails WHERE lower(recipient) = ANY (SELECT lower(unnest($1::text[])))',
      'DELETE FROM platform.suppressed_addresses WHERE address_key = ANY (SELECT lower(normalize(unnest($1::text[]), NFC)))',
      `DELETE FROM graphile_worker._private_jobs WHERE lower(payload ->> 'to') = ANY (SELECT lower(unnest($1::text[])))`,
    ]) {
      await this.unitOfWork.query(sql, [emails]);
    }
  }
}
