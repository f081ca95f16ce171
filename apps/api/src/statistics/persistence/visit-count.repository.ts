import { Injectable } from '@nestjs/common';
import { SessionOwners } from '../../auth';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { countsOf, maxHosts, type TalliedVisit, type VisitCount } from '../domain/visit-tally';
import { type Outcome, VisitStore } from '../visit-store';

/** Counts are added for all tenants at once. */
const counting = { role: 'canar_jobs' } as const;

/** No visitor waits for this, but a process stops only after its last flush. */
const begin = `SELECT set_config('statement_timeout', '10s', true), pg_current_xact_id()::text AS id`;

/** One process at a time, so that the hosts of a day are counted exactly and without deadlock. */
const turn = `SELECT pg_advisory_xact_lock(hashtext('profiles.visit_counts'))`;

/** A profile that was purged since has no counts. Hosts beyond the first of a day become one. */
const add = `
  WITH sent AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::text[], $5::text[], $6::int[])
      AS s (tenant_id, profile_id, day, facet, value, count)
  ), placed AS (
    SELECT s.*, c.count IS NULL AND s.facet = 'referrer' AND s.value NOT IN ('', '*') AS is_new_host
    FROM sent s
    JOIN profiles.profiles p ON p.tenant_id = s.tenant_id AND p.id = s.profile_id
    LEFT JOIN profiles.visit_counts c ON (c.tenant_id, c.profile_id, c.day, c.facet, c.value)
      = (s.tenant_id, s.profile_id, s.day, s.facet, s.value)
  ), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY tenant_id, profile_id, day, is_new_host ORDER BY count DESC, value) AS place
    FROM placed
  ), known AS (
    SELECT tenant_id, profile_id, day, count(*) AS hosts FROM profiles.visit_counts
    WHERE facet = 'referrer' AND value NOT IN ('', '*')
      AND (tenant_id, profile_id, day) IN (SELECT tenant_id, profile_id, day FROM ranked WHERE is_new_host)
    GROUP BY tenant_id, profile_id, day
  )
  INSERT INTO profiles.visit_counts AS c (tenant_id, profile_id, day, facet, value, count)
  SELECT tenant_id, profile_id, day, facet, shown, sum(count) FROM (
    SELECT r.*, CASE WHEN r.is_new_host AND coalesce(k.hosts, 0) + r.place > $7 THEN '*' ELSE r.value END AS shown
    FROM ranked r LEFT JOIN known k USING (tenant_id, profile_id, day)) AS separate
  GROUP BY tenant_id, profile_id, day, facet, shown
  ON CONFLICT (tenant_id, profile_id, day, facet, value) DO UPDATE SET count = c.count + excluded.count`;

/** The error for a transaction id that PostgreSQL has not assigned yet: it comes from another server or an earlier state. */
const notKnownYet = '22023';

/** Stores counts of visits in PostgreSQL. */
@Injectable()
export class SqlVisitStore extends VisitStore {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionOwners,
  ) {
    super();
  }

  async add(visits: readonly TalliedVisit[], begun: (transaction: string) => void): Promise<void> {
    const sessionIds = new Set(visits.flatMap(({ sessionId }) => sessionId ?? []));
    const counts = countsOf(visits, await this.sessions.tenantsOf([...sessionIds]));
    await this.unitOfWork.run(counting, async () => {
      const [transaction] = await this.unitOfWork.query<{ id: string }>(begin);
      if (transaction) begun(transaction.id);
      await this.unitOfWork.query(turn);
      await this.unitOfWork.query(add, [...columnsOf(counts), maxHosts]);
    });
  }

  async outcome(transaction: string): Promise<Outcome> {
    try {
      const rows = await this.unitOfWork.read<{ outcome: Outcome }>(
        counting,
        'SELECT pg_xact_status($1::xid8) AS outcome',
        [transaction],
      );
      return rows[0]?.outcome ?? null;
    } catch (error) {
      if ((error as { code?: string }).code === notKnownYet) return null;
      throw error;
    }
  }

  async deleteBefore(before: string, limit: number): Promise<number> {
    const rows = await this.unitOfWork.run(counting, () =>
      this.unitOfWork.query(
        `DELETE FROM profiles.visit_counts WHERE ctid = ANY (ARRAY (
           SELECT ctid FROM profiles.visit_counts WHERE day < $1 LIMIT $2)) RETURNING 1`,
        [before, limit],
      ),
    );
    return rows.length;
  }
}

function columnsOf(counts: readonly VisitCount[]): unknown[][] {
  const columns = ['tenantId', 'profileId', 'day', 'facet', 'value', 'count'] as const;
  return columns.map((column) => counts.map((count) => count[column]));
}
