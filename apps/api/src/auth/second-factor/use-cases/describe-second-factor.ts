import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';
import { SecondFactorRepository } from '../persistence/second-factor.repository';

/** Tells whether a person has a second factor, and how many recovery codes are left. */
@Injectable()
export class DescribeSecondFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactorRepository,
  ) {}

  /** @returns since when it is asked for; null when it is not */
  async execute(userId: UserId): Promise<{ since: Date | null; recoveryCodesLeft: number }> {
    const factor = await this.unitOfWork.run('global', () => this.factors.find(userId));
    return { since: factor?.confirmedAt ?? null, recoveryCodesLeft: factor?.recoveryCodesLeft ?? 0 };
  }
}
