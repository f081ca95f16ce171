import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import type { DayRange } from '../domain/days';
import type { DayCount, FacetSum, LinkCount } from '../domain/statistics';

const maxLinks = 200;

/** Reads the counts of a profile. */
@Injectable()
export class StatisticsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The days on which something happened. */
  days(tenantId: TenantId, profileId: ProfileId, range: DayRange): Promise<DayCount[]> {
    return this.unitOfWork.query<DayCount>(
      `SELECT day::text AS date,
              coalesce(sum(count) FILTER (WHERE value = 'page'), 0)::int AS views,
              coalesce(sum(count) FILTER (WHERE value <> 'page'), 0)::int AS downloads
       FROM profiles.visit_counts
       WHERE tenant_id = $1 AND profile_id = $2 AND day BETWEEN $3 AND $4 AND facet = 'kind' GROUP BY day`,
      [tenantId, profileId, range.from, range.to],
    );
  }

  /** Each value of a facet, most frequent first. */
  facets(tenantId: TenantId, profileId: ProfileId, range: DayRange): Promise<FacetSum[]> {
    return this.unitOfWork.query<FacetSum>(
      `SELECT facet, value, sum(count)::int AS count FROM profiles.visit_counts
       WHERE tenant_id = $1 AND profile_id = $2 AND day BETWEEN $3 AND $4 AND facet IN ('kind', 'device', 'referrer')
       GROUP BY facet, value ORDER BY sum(count) DESC, value`,
      [tenantId, profileId, range.from, range.to],
    );
  }

  /** The share links that are open or have counts, most viewed first; revoked ones with their label. */
  links(tenantId: TenantId, profileId: ProfileId, range: DayRange): Promise<LinkCount[]> {
    return this.unitOfWork.query<LinkCount>(
      `SELECT l.id, l.label, l.revoked_at IS NOT NULL AS revoked,
              coalesce(sum(c.count) FILTER (WHERE c.facet = 'link'), 0)::int AS views,
              coalesce(sum(c.count) FILTER (WHERE c.facet = 'link-download'), 0)::int AS downloads
       FROM profiles.share_links l
       LEFT JOIN profiles.visit_counts c ON c.tenant_id = l.tenant_id AND c.profile_id = l.profile_id
         AND c.day BETWEEN $3 AND $4 AND c.facet IN ('link', 'link-download') AND c.value = l.id::text
       WHERE l.tenant_id = $1 AND l.profile_id = $2
       GROUP BY l.tenant_id, l.id HAVING l.revoked_at IS NULL OR count(c.count) > 0
       ORDER BY views DESC, downloads DESC, l.created_at DESC LIMIT ${maxLinks}`,
      [tenantId, profileId, range.from, range.to],
    );
  }
}
