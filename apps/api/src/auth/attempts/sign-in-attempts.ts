import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { Jobs } from '../../platform/jobs/jobs';
import { Signer } from '../../platform/signing/signer';
import { failedSignInJob } from '../audit/use-cases/note-failed-sign-in';
import { type AttemptLimit, attemptLimits, type DeviceKind } from '../domain/attempt-limit';
import { type Device, knownDevice } from '../domain/device';
import { emailKey } from '../domain/email-key';
import { type AccountWithCredential, AccountRepository } from '../persistence/account.repository';
import { LinkRequests } from '../recovery/link-requests';
import { AttemptRepository } from '../persistence/attempt.repository';

/** A sign-in that has been counted. */
export interface Attempt {
  account: AccountWithCredential | null;
  device: DeviceKind;
  /** What it was counted under. */
  key: string;
  /** Seconds until the next attempt may be made; null when this one may go on. */
  retryAfter: number | null;
}

/**
 * Counts sign-in attempts before their passwords are checked, in PostgreSQL, so that all processes count together and
 * need no Redis. Known and unknown addresses are treated equally, statement by statement.
 */
@Injectable()
export class SignInAttempts {
  private readonly signer: Signer;
  private readonly factor: number;

  constructor(
    config: Config,
    private readonly accounts: AccountRepository,
    private readonly attempts: AttemptRepository,
    private readonly links: LinkRequests,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'sign-in-attempt');
    this.factor = config.env.RATE_LIMITS === 'relaxed' ? 1_000 : 1;
  }

  /**
   * Finds the account of an address and counts an attempt; part of the caller's unit of work, which must commit. When
   * there were too many, a sign-in link is mailed to the stored address.
   */
  async begin(email: string, devices: readonly Device[]): Promise<Attempt> {
    const now = this.clock.now();
    const account = await this.accounts.findByEmail(email);
    const address = account?.user.emailKey ?? emailKey(email);
    const known = knownDevice(devices, account?.user);
    const device = known ? 'known' : 'strange';
    const key = known ? this.keyOf('device', known.deviceId) : this.keyOf('account', address);
    const limit = this.limitOf(device);
    if (await this.attempts.add(key, limit, now)) return { account, device, key, retryAfter: null };
    const retryAfter = await this.attempts.secondsUntilRoom(key, limit, now);
    await this.links.request('sign-in', address, account?.user ?? null);
    return { account, device, key, retryAfter };
  }

  /** Has a wrong password noted for the person of the account to read. */
  noteFailure({ account }: Attempt): Promise<void> {
    return this.jobs.enqueue(failedSignInJob, { userId: account?.user.id ?? null, at: this.clock.now() });
  }

  /** Takes an attempt off the count: its password was right. */
  forgive({ key, device }: Attempt): Promise<void> {
    return this.attempts.remove(key, this.limitOf(device));
  }

  private limitOf(device: DeviceKind): AttemptLimit {
    const { burst, secondsPerAttempt } = attemptLimits[device];
    return { burst: burst * this.factor, secondsPerAttempt: secondsPerAttempt / this.factor };
  }

  private keyOf(kind: 'account' | 'device', id: string): string {
    return this.signer.sign(`${kind} ${id}`);
  }
}
