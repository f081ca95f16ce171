import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { notFound } from '../../../platform/errors/problem';
import type { UserId } from '../../../platform/ids/ids';
import { PasskeyRepository } from '../persistence/passkey.repository';

/** Gives a passkey of a person another name. */
@Injectable()
export class RenamePasskey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passkeys: PasskeyRepository,
  ) {}

  /** @throws {DomainError} `not-found`, also for somebody else's passkey */
  async execute(userId: UserId, id: string, name: string): Promise<void> {
    if (!(await this.unitOfWork.run('global', () => this.passkeys.rename(userId, id, name)))) throw notFound();
  }
}
