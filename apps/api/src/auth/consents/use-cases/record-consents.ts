import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';
import { ConsentRepository, type GivenConsent } from '../persistence/consent.repository';

/** Records to which texts a person agrees. */
@Injectable()
export class RecordConsents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: ConsentRepository,
    private readonly clock: Clock,
  ) {}

  async execute(userId: UserId, given: readonly GivenConsent[]): Promise<void> {
    if (given.length === 0) return;
    await this.unitOfWork.run('global', () => this.consents.add(userId, given, this.clock.now()));
  }
}
