import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { SecurityEvents } from '../../platform/observability/security-events';
import { linkSeconds } from '../domain/attempt-limit';
import { type AccountWithCredential, AccountRepository } from '../persistence/account.repository';
import { OneTimeTokenRepository } from '../persistence/one-time-token.repository';
import type { UserEntity } from '../persistence/user.entity';
import { SignInAttempts } from './sign-in-attempts';

const tokenBytes = 32;

/** Makes and redeems mailed sign-in links; part of the caller's unit of work. */
@Injectable()
export class SignInLinks {
  constructor(
    private readonly tokens: OneTimeTokenRepository,
    private readonly accounts: AccountRepository,
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly events: SecurityEvents,
  ) {}

  /** A link that signs a person in once. The token is in the fragment, which browsers send to no server. */
  async make({ id, emailKey }: UserEntity): Promise<string> {
    const token = randomBytes(tokenBytes).toString('base64url');
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + linkSeconds * 1000);
    await this.tokens.add({ token, userId: id, emailKey, purpose: 'sign-in', createdAt, expiresAt });
    this.events.record('sign-in.link-made', { userId: id });
    return `${this.config.env.PUBLIC_URL}/sign-in/link/#token=${token}`;
  }

  /** The account of a link that was not used before; null when the link is not good, or the account has another address now. */
  async redeem(token: string): Promise<AccountWithCredential | null> {
    const recipient = await this.tokens.use(token, 'sign-in', this.clock.now());
    if (!recipient) return null;
    await this.attempts.linkUsed(recipient.emailKey);
    const account = await this.accounts.findByEmailKey(recipient.emailKey);
    return account?.user.id === recipient.userId ? account : null;
  }
}
