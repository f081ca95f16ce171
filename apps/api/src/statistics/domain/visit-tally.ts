import { direct, otherHosts, type Visit } from './visit';
import type { ProfileId, SessionId, TenantId } from '../../platform/ids/ids';

/** How often the same visit happened. */
export interface TalliedVisit extends Visit {
  count: number;
}

/** By what visits are counted. */
export type Facet = 'kind' | 'device' | 'referrer' | 'link' | 'link-download';

/** How often one value of a facet occurred on a day. */
export interface VisitCount {
  tenantId: TenantId;
  profileId: ProfileId;
  day: string;
  facet: Facet;
  value: string;
  count: number;
}

/** The maximum number of referrers that are separated per publication and day. */
export const maxHosts = 50;

/** Adds visits up in limited memory. */
export class VisitTally {
  private readonly byVisit = new Map<string, TalliedVisit>();
  private readonly hosts = new Map<string, Set<string>>();

  /** @param maxVisits the maximum number of different visits */
  constructor(private readonly maxVisits: number) {}

  get size(): number {
    return this.byVisit.size;
  }

  /** False when there is no room for another kind of visit. */
  add(visit: Visit): boolean {
    const counted = { ...visit, referrer: this.hostOf(visit) };
    const key = Object.values(counted).join('\n');
    const known = this.byVisit.get(key);
    if (known) known.count += 1;
    else if (this.byVisit.size < this.maxVisits) this.byVisit.set(key, { ...counted, count: 1 });
    else return false;
    return true;
  }

  visits(): TalliedVisit[] {
    return [...this.byVisit.values()];
  }

  /** Limits referrers, so that invented ones cannot fill the tally. */
  private hostOf({ tenantId, profileId, day, kind, referrer }: Visit): string {
    if (kind !== 'page') return direct;
    if (referrer === direct || referrer === otherHosts) return referrer;
    const publication = [tenantId, profileId, day].join();
    const hosts = this.hosts.get(publication) ?? new Set();
    if (!hosts.has(referrer) && hosts.size >= maxHosts) return otherHosts;
    if (this.hosts.size < this.maxVisits) this.hosts.set(publication, hosts.add(referrer));
    return referrer;
  }
}

/**
 * The counts to store: each facet separately, without visits of the owner.
 * @param owners the tenants of the sessions that visits carried
 */
export function countsOf(visits: readonly TalliedVisit[], owners: ReadonlyMap<SessionId, TenantId>): VisitCount[] {
  const counts = new Map<string, VisitCount>();
  for (const visit of visits) {
    const { tenantId, profileId, day, sessionId, count } = visit;
    if (sessionId !== null && owners.get(sessionId) === tenantId) continue;
    for (const [facet, value] of facetsOf(visit)) {
      const key = [tenantId, profileId, day, facet, value].join('\n');
      const known = counts.get(key);
      if (known) known.count += count;
      else counts.set(key, { tenantId, profileId, day, facet, value, count });
    }
  }
  return [...counts.values()];
}

function facetsOf({ kind, device, referrer, linkId }: Visit): [Facet, string][] {
  const viewed = kind === 'page';
  const facets: [Facet, string][] = [['kind', kind]];
  if (viewed) facets.push(['device', device], ['referrer', referrer]);
  if (linkId !== null) facets.push([viewed ? 'link' : 'link-download', linkId]);
  return facets;
}
