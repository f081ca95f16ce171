import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { accountExists } from '../auth.errors';
import { emailKey } from '../domain/email-key';
import { Passwords } from '../passwords/passwords';
import { AccountRepository } from '../persistence/account.repository';
import type { UserEntity } from '../persistence/user.entity';
import { OpenSession } from './open-session';
import type { SignedInSession } from './signed-in';

export interface Registration {
  email: string;
  password: string;
  name: string;
}

/** Makes an account with a personal tenant and signs its owner in. */
@Injectable()
export class RegisterAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly openSession: OpenSession,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `password.weak`, `account.exists` */
  async run(registration: Registration, userAgent: string | undefined): Promise<SignedInSession> {
    this.passwords.requireStrong(registration.password, registration);
    const passwordHash = await this.passwords.hash(registration.password);
    const user = this.newUser(registration);
    return this.unitOfWork.run('global', async () => {
      if (!(await this.accounts.addUser(user))) throw accountExists();
      const now = user.createdAt;
      const tenant = { id: newId(), name: user.name, createdAt: now };
      await this.accounts.addBelongings({ userId: user.id, passwordHash, changedAt: now }, tenant, {
        tenantId: tenant.id,
        userId: user.id,
        role: 'owner',
        createdAt: now,
      });
      const session = await this.openSession.run({ userId: user.id, tenantId: tenant.id }, userAgent);
      return { user, role: 'owner', session };
    });
  }

  private newUser({ email, name }: Registration): UserEntity {
    return {
      id: newId(),
      email,
      emailKey: emailKey(email),
      name,
      emailVerifiedAt: null,
      blockedAt: null,
      createdAt: this.clock.now(),
    };
  }
}
