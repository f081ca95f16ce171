import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';
import { type Passkey, PasskeyRepository } from '../persistence/passkey.repository';

/** Lists the passkeys of a person, the oldest first. */
@Injectable()
export class ListPasskeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passkeys: PasskeyRepository,
  ) {}

  execute(userId: UserId): Promise<Passkey[]> {
    return this.unitOfWork.run('global', () => this.passkeys.list(userId));
  }
}
