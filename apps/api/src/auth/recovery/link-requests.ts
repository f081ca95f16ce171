import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { Jobs } from '../../platform/jobs/jobs';
import { Signer } from '../../platform/signing/signer';
import { linkPauseSeconds, type RequestedLinkPurpose } from '../domain/mailed-link';
import { AttemptRepository } from '../persistence/attempt.repository';
import type { UserEntity } from '../persistence/user.entity';

/** The job that mails a link; its payload names the account, or nobody when the address has none. */
export const mailLinkJob = 'auth.mail-link';

/** Asks for links to be mailed, not too often; part of the caller's unit of work. */
@Injectable()
export class LinkRequests {
  private readonly signer: Signer;

  constructor(
    config: Config,
    private readonly attempts: AttemptRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'sign-in-attempt');
  }

  /**
   * Has a link mailed to the stored address of an account, unless one was asked for a short while ago. Addresses
   * without an account are treated alike, statement by statement.
   * @returns whether it is mailed
   */
  async request(
    purpose: RequestedLinkPurpose,
    emailKey: string,
    user: Pick<UserEntity, 'id'> | null,
  ): Promise<boolean> {
    const claimed = await this.attempts.claimLink(
      this.keyOf(purpose, emailKey),
      linkPauseSeconds[purpose],
      this.clock.now(),
    );
    if (claimed) await this.jobs.enqueue(mailLinkJob, { userId: user?.id ?? null, purpose });
    return claimed;
  }

  /** Lets another link of the purpose be mailed at once: the last one was used. */
  async used(purpose: RequestedLinkPurpose, emailKey: string): Promise<void> {
    await this.attempts.releaseLink(this.keyOf(purpose, emailKey));
  }

  private keyOf(purpose: RequestedLinkPurpose, emailKey: string): string {
    return this.signer.sign(`${purpose} ${emailKey}`);
  }
}
