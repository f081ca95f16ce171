import { Injectable } from '@nestjs/common';
import type { ProcessedData } from '../../platform/account-data/account-data';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId, UserId } from '../../platform/ids/ids';
import { SecurityEvents } from '../../platform/observability/security-events';
import { Mails, type MailRecipient } from '../mails/mails';
import { DeletionRepository } from './persistence/deletion.repository';
import { RecordSealing } from './record-sealing';

/** What surrounds the erasing of an account: its lock, the sealed record, the receipt; part of the caller's unit of work. */
@Injectable()
export class Erasure {
  constructor(
    private readonly deletions: DeletionRepository,
    private readonly sealing: RecordSealing,
    private readonly mails: Mails,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: SecurityEvents,
  ) {}

  /** Locks an account that is due; null when it is not. */
  begin(userId: UserId): Promise<(MailRecipient & { id: UserId }) | null> {
    return this.deletions.lockDue(userId, this.clock.now());
  }

  async mark(tenantIds: readonly TenantId[]): Promise<void> {
    await this.deletions.markErased(tenantIds, this.clock.now());
  }

  /** Seals what was processed. @returns until when the record is stored */
  async retain(userId: UserId, processed: readonly ProcessedData[]): Promise<Date> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.config.env.RETENTION * 1000);
    const sealed = this.sealing.seal({ erasedAt: now, processed }, userId);
    await this.deletions.retain(userId, sealed, now, expiresAt);
    return expiresAt;
  }

  /** Mails the receipt, and logs the end once it has committed. */
  async report(user: MailRecipient & { id: UserId }, expiresAt: Date): Promise<void> {
    await this.mails.send(user, 'account-erased', { day: expiresAt });
    this.unitOfWork.afterCommit(() => this.events.record('account.erased', { userId: user.id }));
  }
}
