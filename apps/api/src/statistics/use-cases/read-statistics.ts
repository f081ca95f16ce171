import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { dayOf, type DayRange, rangeOf } from '../domain/days';
import { type ProfileStatistics, statisticsOf } from '../domain/statistics';
import { ProfileLookup } from '../../profiles';
import { StatisticsRepository } from '../persistence/statistics.repository';
import { statisticsRange } from '../statistics.errors';

/** Reports the views and downloads of a profile by day, referrer, device and share link. */
@Injectable()
export class ReadStatistics {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileLookup,
    private readonly statistics: StatisticsRepository,
    private readonly clock: Clock,
  ) {}

  /** @param requested a missing end is today, a missing start thirty days before. @throws {DomainError} `not-found`, `statistics.range` */
  execute(tenantId: TenantId, profileId: ProfileId, requested: Partial<DayRange>): Promise<ProfileStatistics> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!(await this.profiles.exists(tenantId, profileId))) throw notFound();
      const range = rangeOf(requested.from, requested.to, dayOf(this.clock.now()));
      if (!range) throw statisticsRange();
      return statisticsOf(range, {
        days: await this.statistics.days(tenantId, profileId, range),
        facets: await this.statistics.facets(tenantId, profileId, range),
        links: await this.statistics.links(tenantId, profileId, range),
      });
    });
  }
}
