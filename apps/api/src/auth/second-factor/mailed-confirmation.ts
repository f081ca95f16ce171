import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SessionId } from '../../platform/ids/ids';
import { Signer } from '../../platform/signing/signer';
import { tooManyCodes, wrongCode } from '../auth.errors';
import { type AttemptLimit, attemptLimits } from '../domain/attempt-limit';
import { Mails } from '../mails/mails';
import { AttemptRepository } from '../persistence/attempt.repository';
import { OneTimeTokenRepository } from '../persistence/one-time-token.repository';
import type { UserEntity } from '../persistence/user.entity';

/** Without letters that are read as others: 32 of them, so that a code has 40 bits. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 8;
const codeSeconds = 600;
const mailLimit: AttemptLimit = { burst: 3, secondsPerAttempt: 120 };

/**
 * Confirms by a mailed code that it is still the person: for those who have neither password nor second factor. A code works
 * once, for ten minutes, in the session that asked for it.
 */
@Injectable()
export class MailedConfirmation {
  private readonly signer: Signer;

  constructor(
    config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly tokens: OneTimeTokenRepository,
    private readonly mails: Mails,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'sign-in-attempt');
  }

  /** Mails a code to the stored address. @throws {DomainError} `second-factor.too-many` */
  async send(user: UserEntity, sessionId: SessionId): Promise<void> {
    await this.count(`confirmation-mail ${user.id}`, mailLimit);
    const code = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('');
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + codeSeconds * 1000);
    await this.unitOfWork.run('global', async () => {
      const token = tokenOf(sessionId, code);
      await this.tokens.add({
        token,
        userId: user.id,
        emailKey: user.emailKey,
        purpose: 'confirm',
        createdAt,
        expiresAt,
      });
      await this.mails.send(user, 'confirm-code', { code });
    });
  }

  /**
   * Takes a code and does what it allows, in one unit of work.
   * @throws {DomainError} `second-factor.wrong`, `second-factor.too-many`
   */
  async require(user: UserEntity, sessionId: SessionId, code: string, work: () => Promise<void>): Promise<void> {
    const key = await this.count(`mailed-code ${user.id}`, attemptLimits.known);
    await this.unitOfWork.run('global', async () => {
      const recipient = await this.tokens.use(tokenOf(sessionId, normal(code)), ['confirm'], this.clock.now());
      if (recipient?.userId !== user.id || recipient.emailKey !== user.emailKey) throw wrongCode();
      await this.attempts.remove(key, attemptLimits.known);
      await work();
    });
  }

  private async count(what: string, limit: AttemptLimit): Promise<string> {
    const key = this.signer.sign(what);
    const now = this.clock.now();
    const retryAfter = await this.unitOfWork.run('global', async () =>
      (await this.attempts.add(key, limit, now)) ? null : this.attempts.secondsUntilRoom(key, limit, now),
    );
    if (retryAfter !== null) throw tooManyCodes(undefined, { extras: { retryAfter } });
    return key;
  }
}

/** Bound to the session: a code that was asked for in another one is none. */
function tokenOf(sessionId: SessionId, code: string): string {
  return `${sessionId} ${code}`;
}

/** As people type it. */
function normal(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
}
