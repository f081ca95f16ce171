import { Injectable } from '@nestjs/common';
import { knownDevice } from '../domain/device';
import { Mails } from '../mails/mails';
import type { AccountWithCredential } from '../persistence/account.repository';
import { deviceName } from '../tokens/device-name';
import type { Client } from './client';
import { OpenSession } from './open-session';
import type { SignedInSession } from './signed-in-session';

/** Begins the session of a sign-in, and tells the person by mail when they never signed in on the device; part of the caller's unit of work. */
@Injectable()
export class StartSession {
  constructor(
    private readonly openSession: OpenSession,
    private readonly mails: Mails,
  ) {}

  /** @throws {DomainError} as `OpenSession` */
  async execute(account: AccountWithCredential, client: Client): Promise<SignedInSession> {
    const signedIn = await this.openSession.execute(account, client);
    if (!knownDevice(client.devices, account.user)) {
      const { browser, system } = deviceName(client.userAgent ?? null);
      const device = [browser, system].filter((name) => name !== null).join(', ');
      await this.mails.send(account.user, 'new-sign-in', { device });
    }
    return signedIn;
  }
}
