import { Injectable } from '@nestjs/common';
import type { SignInMethod } from '../../platform/observability/security-events';
import { AuditLog } from '../audit/audit-log';
import { knownDevice } from '../domain/device';
import { Mails } from '../mails/mails';
import type { AccountWithCredential } from '../persistence/account.repository';
import { SessionRepository } from '../persistence/session.repository';
import type { UserEntity } from '../persistence/user.entity';
import { deviceName } from '../tokens/device-name';
import type { Client } from './client';
import { OpenSession } from './open-session';
import type { SignedInSession } from './signed-in-session';

/** What completes a sign-in after its first factor. */
const secondFactors: ReadonlySet<SignInMethod> = new Set<SignInMethod>(['code', 'recovery-code']);

/** Begins the session of a sign-in, and mails the person when they never signed in on the device; part of the caller's unit of work. */
@Injectable()
export class StartSession {
  constructor(
    private readonly openSession: OpenSession,
    private readonly audit: AuditLog,
    private readonly mails: Mails,
    private readonly sessions: SessionRepository,
  ) {}

  /** @throws {DomainError} as `OpenSession` */
  async execute(account: AccountWithCredential, client: Client, method: SignInMethod): Promise<SignedInSession> {
    const signedIn = await this.openSession.execute(account, client);
    if (secondFactors.has(method))
      await this.sessions.noteSecondFactor(signedIn.session.id, signedIn.session.createdAt);
    const device = knownDevice(client.devices, account.user) ? 'known' : 'strange';
    const [userId, sessionId] = [account.user.id, signedIn.session.id];
    await this.audit.record({ userId, sessionId, act: 'sign-in.succeeded', method }, { device });
    if (device === 'strange') await this.mailAbout(account.user, client);
    return signedIn;
  }

  private async mailAbout(user: UserEntity, client: Client): Promise<void> {
    const { browser, system } = deviceName(client.userAgent ?? null);
    const device = [browser, system].filter((name) => name !== null).join(', ');
    await this.mails.send(user, 'new-sign-in', { device });
  }
}
