import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import type { UserId } from '../../platform/ids/ids';
import { Jobs } from '../../platform/jobs/jobs';
import { buildExportJob, stateOf } from './domain/account-export';
import { AccountExportRepository } from './persistence/account-export.repository';

const maxAttempts = 3;

/** The exports that are still to be built, one after the other; part of the caller's unit of work. */
@Injectable()
export class ExportQueue {
  constructor(
    private readonly exports: AccountExportRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Whether one of the person is being built. */
  async isBuilding(userId: UserId): Promise<boolean> {
    return stateOf(await this.exports.find(userId), this.clock.now()) === 'building';
  }

  /** Has an export built, in place of the one before. */
  async add(userId: UserId): Promise<void> {
    const id = newId();
    await this.exports.begin(userId, id, this.clock.now());
    await this.jobs.enqueue(buildExportJob, { userId, id }, { queue: buildExportJob, maxAttempts });
  }
}
