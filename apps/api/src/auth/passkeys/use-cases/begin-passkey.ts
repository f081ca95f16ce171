import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SessionId } from '../../../platform/ids/ids';
import { addressUnverified } from '../../auth.errors';
import type { UserEntity } from '../../persistence/user.entity';
import { PasskeyRegistrations } from '../passkey-registrations';
import { tooManyPasskeys } from '../passkeys.errors';
import { maxPasskeys, PasskeyRepository } from '../persistence/passkey.repository';

/** Says what a browser is asked to make when a person adds a passkey. */
@Injectable()
export class BeginPasskey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passkeys: PasskeyRepository,
    private readonly registrations: PasskeyRegistrations,
  ) {}

  /** @throws {DomainError} `email.unverified`, `passkey.too-many` */
  async execute(user: UserEntity, sessionId: SessionId): Promise<PublicKeyCredentialCreationOptionsJSON> {
    if (!user.emailVerifiedAt) throw addressUnverified();
    const known = await this.unitOfWork.run('global', () => this.passkeys.list(user.id));
    if (known.length >= maxPasskeys) throw tooManyPasskeys();
    return this.registrations.begin(user, sessionId, known);
  }
}
