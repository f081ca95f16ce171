import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import { TenantId, UserId } from '../../platform/ids/ids';
import { AuditLog } from '../audit/audit-log';
import { emailKey } from '../domain/email-key';
import type { Locale } from '../domain/locale';
import { LinkRequests } from '../recovery/link-requests';
import { AccountRepository } from '../persistence/account.repository';
import type { UserEntity } from '../persistence/user.entity';
import type { Client } from './client';
import { OpenSession } from './open-session';
import type { SignedInSession } from './signed-in-session';

/** What a new account is made of. */
export interface NewAccount {
  email: string;
  name: string;
  /** null of who signs in with an identity elsewhere. */
  passwordHash: string | null;
  locale: Locale;
}

/** Writes a new person with a personal tenant and a first session, and has a link mailed that verifies the address; part of the caller's unit of work. */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly openSession: OpenSession,
    private readonly links: LinkRequests,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @returns null when there is an account with this address already */
  async execute({ email, name, passwordHash, locale }: NewAccount, client: Client): Promise<SignedInSession | null> {
    const now = this.clock.now();
    const user: UserEntity = {
      id: UserId(newId()),
      email,
      emailKey: emailKey(email),
      name,
      emailVerifiedAt: null,
      blockedAt: null,
      createdAt: now,
      deviceGeneration: 0,
      locale,
    };
    if (!(await this.accounts.addUser(user))) return null;
    const tenant = { id: TenantId(newId()), name, createdAt: now };
    const membership = { tenantId: tenant.id, userId: user.id, role: 'owner', createdAt: now } as const;
    const credential = passwordHash === null ? null : { userId: user.id, passwordHash, changedAt: now };
    await this.accounts.addCredentialAndTenant(credential, tenant, membership);
    await this.links.request('verify-email', user.emailKey, user);
    const opened = await this.openSession.execute({ user, passwordHash, tenantId: tenant.id, role: 'owner' }, client);
    await this.audit.record({ userId: user.id, sessionId: opened.session.id, act: 'account.registered' });
    return opened;
  }
}
