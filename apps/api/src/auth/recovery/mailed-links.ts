import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { SecurityEvents } from '../../platform/observability/security-events';
import { sitePath } from '../domain/locale';
import { linkPaths, type LinkPurpose, type TokenPurpose, linkSeconds } from '../domain/mailed-link';
import { type AccountWithCredential, AccountRepository } from '../persistence/account.repository';
import { OneTimeTokenRepository, type TokenRecipient } from '../persistence/one-time-token.repository';
import type { UserEntity } from '../persistence/user.entity';

const tokenBytes = 32;

/** A person, and the key of the address that a link is mailed to. */
type LinkRecipient = Pick<UserEntity, 'id' | 'emailKey' | 'locale'>;

/** Makes and redeems links that are mailed: each for one purpose and one use; part of the caller's unit of work. */
@Injectable()
export class MailedLinks {
  constructor(
    private readonly tokens: OneTimeTokenRepository,
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly events: SecurityEvents,
  ) {}

  /** A link for a person. The token is in the fragment, which browsers send to no server. */
  async make({ id, emailKey, locale }: LinkRecipient, purpose: LinkPurpose): Promise<string> {
    const token = randomBytes(tokenBytes).toString('base64url');
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + linkSeconds[purpose] * 1000);
    await this.tokens.add({ token, userId: id, emailKey, purpose, createdAt, expiresAt });
    this.events.record('account.link-made', { userId: id, kind: purpose });
    return `${this.config.env.PUBLIC_URL}${sitePath(locale, linkPaths[purpose])}#token=${token}`;
  }

  /** The account of a link that is good; the link stays so. */
  async look(token: string, ...purposes: TokenPurpose[]): Promise<AccountWithCredential | null> {
    return this.accountOf(await this.tokens.find(token, purposes, this.clock.now()));
  }

  /** The account of a link that was not used before, and now is; null when the link is not good, or the account has another address now. */
  async redeem(token: string, ...purposes: TokenPurpose[]): Promise<AccountWithCredential | null> {
    return this.accountOf(await this.tokens.use(token, purposes, this.clock.now()));
  }

  /** Whom a link was mailed to that was not used before, and now is, whatever the address of the account is; null when the link is not good. */
  redeemRecipient(token: string, purpose: LinkPurpose): Promise<TokenRecipient | null> {
    return this.tokens.use(token, [purpose], this.clock.now());
  }

  private async accountOf(recipient: TokenRecipient | null): Promise<AccountWithCredential | null> {
    if (!recipient) return null;
    const account = await this.accounts.findByEmailKey(recipient.emailKey);
    return account?.user.id === recipient.userId ? account : null;
  }
}
