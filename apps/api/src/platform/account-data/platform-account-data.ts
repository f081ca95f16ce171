import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work';
import { AccountData, type StoredAccount } from './account-data';
import type { CollectedFile } from './collected-file';
import { CollectedRows } from './collected-rows';
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

  override readonly withheld = {
    'platform.idempotency_keys':
      'Answers of the API to repeated requests, for a day: what they say is in the other files.',
    'platform.captured_mails': 'The mailbox of a laptop; a product in production has none.',
    'graphile_worker._private_jobs': 'Mails that are on their way to the person.',
  };

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: CollectedRows,
    private readonly registry: AccountDataRegistry,
  ) {
    super();
  }

  onModuleInit(): void {
    this.registry.register(this);
  }

  override async collect({ emails }: StoredAccount): Promise<CollectedFile[]> {
    return [
      this.rows.file({
        path: 'account/undelivered-mail.json',
        about: 'Your addresses to which we write no more, because mail bounced or was reported as spam.',
        tables: ['platform.suppressed_addresses'],
        scope: 'global',
        sql: `SELECT address_key AS key, jsonb_build_object('address', address_key, 'reason', reason, 'since', since) AS data
              FROM platform.suppressed_addresses
              WHERE address_key = ANY (SELECT lower(normalize(unnest($1::text[]), NFC)))`,
        parameters: [emails],
      }),
    ];
  }

  override async erase({ userId, emails, tenantIds }: StoredAccount): Promise<void> {
    await this.unitOfWork.query(
      'DELETE FROM platform.idempotency_keys WHERE tenant_id = ANY ($1::uuid[]) OR user_id = $2',
      [tenantIds, userId],
    );
    for (const sql of [
      // Also what was written to others in the name of the person, such as an invitation.
      `DELETE FROM platform.captured_mails WHERE EXISTS (
         SELECT 1 FROM unnest($1::text[]) address
         WHERE lower(recipient) = lower(address) OR strpos(lower(body), lower(address)) > 0)`,
      'DELETE FROM platform.suppressed_addresses WHERE address_key = ANY (SELECT lower(normalize(unnest($1::text[]), NFC)))',
      `DELETE FROM graphile_worker._private_jobs WHERE EXISTS (
         SELECT 1 FROM unnest($1::text[]) address
         WHERE lower(payload ->> 'to') = lower(address) OR strpos(lower(payload ->> 'text'), lower(address)) > 0)`,
    ]) {
      await this.unitOfWork.query(sql, [emails]);
    }
  }
}
