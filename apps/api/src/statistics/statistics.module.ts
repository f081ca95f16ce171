import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { ProfilesModule } from '../profiles';
import { StatisticsRepository } from './persistence/statistics.repository';
import { SqlVisitStore } from './persistence/visit-count.repository';
import { StatisticsAccountData } from './statistics-account-data';
import { StatisticsController } from './statistics.controller';
import { DeleteOldCounts } from './use-cases/delete-old-counts';
import { ReadStatistics } from './use-cases/read-statistics';
import { VisitCounter } from './visit-counter';
import { VisitReader } from './visit-reader';
import { VisitStore } from './visit-store';

/** Views and downloads of public pages: counted and reported. */
@Module({
  imports: [AuthModule, ProfilesModule],
  controllers: [StatisticsController],
  providers: [
    VisitReader,
    VisitCounter,
    StatisticsRepository,
    ReadStatistics,
    DeleteOldCounts,
    StatisticsAccountData,
    { provide: VisitStore, useClass: SqlVisitStore },
  ],
})
export class StatisticsModule {}
