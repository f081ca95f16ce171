import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import type { TenantId } from '../../platform/ids/ids';
import { Signer } from '../../platform/signing/signer';
import { tooManyInvitations } from '../auth.errors';
import type { AttemptLimit } from '../domain/attempt-limit';
import { AttemptRepository } from '../persistence/attempt.repository';

/** Thirty at once, then one every ten minutes: each mails an address that nobody here owns. */
const limit: AttemptLimit = { burst: 30, secondsPerAttempt: 600 };

/** Bounds how many invitations a tenant mails; part of the caller's unit of work. */
@Injectable()
export class InvitationLimit {
  private readonly signer: Signer;

  constructor(
    config: Config,
    private readonly attempts: AttemptRepository,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'sign-in-attempt');
  }

  /** @throws {DomainError} `invitation.too-many` */
  async require(tenantId: TenantId): Promise<void> {
    const key = this.signer.sign(`invitation ${tenantId}`);
    const now = this.clock.now();
    if (await this.attempts.add(key, limit, now)) return;
    const retryAfter = await this.attempts.secondsUntilRoom(key, limit, now);
    throw tooManyInvitations(undefined, { extras: { retryAfter } });
  }
}
