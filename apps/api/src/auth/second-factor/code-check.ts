import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { UserId } from '../../platform/ids/ids';
import { Signer } from '../../platform/signing/signer';
import { tooManyCodes, wrongCode } from '../auth.errors';
import { attemptLimits } from '../domain/attempt-limit';
import { type Device, knownDevice } from '../domain/device';
import { AttemptRepository } from '../persistence/attempt.repository';
import { SecondFactorRepository } from './persistence/second-factor.repository';
import { SecretEncryption } from './secret-encryption';
import { stepOf } from './totp';

/** What a right code was. */
export type CodeKind = 'code' | 'recovery-code';

/** A code that a person has typed, and the device that they are on, when the account knows it. */
export interface TypedCode {
  user: { id: UserId; deviceGeneration: number };
  code: string;
  devices: readonly Device[];
}

/**
 * Checks codes of a second factor, each of which counts once. They are counted before they are checked, for strange and
 * known devices apart, so that who has stolen a password can neither guess the code nor keep its owner from typing it.
 */
@Injectable()
export class CodeCheck {
  private readonly signer: Signer;

  constructor(
    config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly factors: SecondFactorRepository,
    private readonly encryption: SecretEncryption,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'sign-in-attempt');
  }

  /**
   * Takes a code and does what it allows, in one unit of work.
   * @throws {DomainError} `second-factor.wrong`, `second-factor.too-many`, and what the work throws
   */
  async require<T>({ user, code, devices }: TypedCode, work: (kind: CodeKind) => Promise<T>): Promise<T> {
    const device = knownDevice(devices, user)?.deviceId;
    const key = this.signer.sign(`code ${device ?? user.id}`);
    const limit = attemptLimits.code;
    const retryAfter = await this.unitOfWork.run('global', () => this.count(key));
    if (retryAfter !== null) throw tooManyCodes(undefined, { extras: { retryAfter } });
    return this.unitOfWork.run('global', async () => {
      const kind = await this.take(user.id, code);
      if (!kind) throw wrongCode();
      await this.attempts.remove(key, limit);
      return work(kind);
    });
  }

  private async count(key: string): Promise<number | null> {
    const now = this.clock.now();
    if (await this.attempts.add(key, attemptLimits.code, now)) return null;
    return this.attempts.secondsUntilRoom(key, attemptLimits.code, now);
  }

  private async take(userId: UserId, code: string): Promise<CodeKind | null> {
    const now = this.clock.now();
    if (!/^\d{6}$/.test(code)) return (await this.factors.takeRecoveryCode(userId, code, now)) ? 'recovery-code' : null;
    const factor = await this.factors.find(userId);
    if (!factor?.confirmedAt) return null;
    const { secret, outdated } = this.encryption.decrypt(factor.secret, userId);
    const step = stepOf(secret, code, now);
    if (step === null || !(await this.factors.takeStep(userId, step))) return null;
    if (outdated) await this.factors.reencrypt(userId, this.encryption.encrypt(secret, userId));
    return 'code';
  }
}
