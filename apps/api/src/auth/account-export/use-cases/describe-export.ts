import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import type { UserId } from '../../../platform/ids/ids';
import { type ExportState, stateOf, type StoredExport } from '../domain/account-export';
import { AccountExportRepository } from '../persistence/account-export.repository';

/** Tells a person the state of their export. */
@Injectable()
export class DescribeExport {
  constructor(
    private readonly exports: AccountExportRepository,
    private readonly clock: Clock,
  ) {}

  async execute(userId: UserId): Promise<{ state: ExportState; stored: StoredExport | null }> {
    const stored = await this.exports.find(userId);
    const state = stateOf(stored, this.clock.now());
    return { state, stored: state === 'none' ? null : stored };
  }
}
