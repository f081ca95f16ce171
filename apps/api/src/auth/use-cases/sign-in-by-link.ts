import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { SecurityEvents } from '../../platform/observability/security-events';
import { SignInLinks } from '../attempts/sign-in-links';
import { accountBlocked, signInLinkInvalid } from '../auth.errors';
import type { Client } from './client';
import { OpenSession } from './open-session';
import type { SignedInSession } from './signed-in-session';

/** Signs a person in with the token of a mailed link, which works once. */
@Injectable()
export class SignInByLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: SignInLinks,
    private readonly openSession: OpenSession,
    private readonly events: SecurityEvents,
  ) {}

  /** @throws {DomainError} `sign-in-link.invalid`, `account.blocked` */
  async execute(token: string, client: Client): Promise<SignedInSession> {
    const signedIn = await this.unitOfWork.run('global', async () => {
      const account = await this.links.redeem(token);
      if (!account || account.user.blockedAt) return account;
      const { user, role, tenantId } = account;
      return { user, role, session: await this.openSession.execute({ userId: user.id, tenantId }, client) };
    });
    if (!signedIn) {
      this.events.record('token.refused', { kind: 'sign-in-link' });
      throw signInLinkInvalid();
    }
    const userId = signedIn.user.id;
    if (!('session' in signedIn)) {
      this.events.record('sign-in.blocked', { userId });
      throw accountBlocked();
    }
    this.events.record('sign-in.succeeded', { userId, sessionId: signedIn.session.id, method: 'link' });
    return signedIn;
  }
}
