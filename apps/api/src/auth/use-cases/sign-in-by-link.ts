import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { SecurityEvents } from '../../platform/observability/security-events';
import { accountBlocked, signInLinkInvalid } from '../auth.errors';
import { LinkRequests } from '../recovery/link-requests';
import { MailedLinks } from '../recovery/mailed-links';
import type { Client } from './client';
import { type Challenged, CompleteFirstFactor } from './complete-first-factor';
import type { SignedInSession } from './signed-in-session';

/** Signs a person in with the token of a mailed link, which works once. */
@Injectable()
export class SignInByLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: MailedLinks,
    private readonly requests: LinkRequests,
    private readonly firstFactor: CompleteFirstFactor,
    private readonly events: SecurityEvents,
  ) {}

  /** @throws {DomainError} `sign-in-link.invalid`, `account.blocked`, `membership.none` */
  async execute(token: string, client: Client): Promise<SignedInSession | Challenged> {
    const signedIn = await this.unitOfWork.run('global', async () => {
      const account = await this.links.redeem(token, 'sign-in');
      if (!account) return null;
      await this.requests.used('sign-in', account.user.emailKey);
      if (account.user.blockedAt) return account;
      return this.firstFactor.execute(account, client, 'link');
    });
    if (!signedIn) {
      this.events.record('token.refused', { kind: 'sign-in-link' });
      throw signInLinkInvalid();
    }
    if ('challenge' in signedIn) return signedIn;
    if (!('session' in signedIn)) {
      this.events.record('sign-in.blocked', { userId: signedIn.user.id });
      throw accountBlocked();
    }
    return signedIn;
  }
}
