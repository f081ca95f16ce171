import { type DayRange, daysOf } from './days';
import { type Device, devices, direct, type DownloadKind, otherHosts, visitKinds } from './visit';
import type { ShareLinkId } from '../../platform/ids/ids';

/** What happened on a day. */
export interface DayCount {
  date: string;
  views: number;
  downloads: number;
}

/** How often a value of a facet occurred. */
export interface FacetSum {
  facet: 'kind' | 'device' | 'referrer';
  value: string;
  count: number;
}

/** What came of a share link. */
export interface LinkCount {
  id: ShareLinkId;
  label: string;
  revoked: boolean;
  views: number;
  downloads: number;
}

/** A host that led to the page; `direct` when there was none or it is unknown, `other` for all that are not separated. */
interface ReferrerCount {
  source: 'host' | 'direct' | 'other';
  host: string | null;
  views: number;
}

/** How a published profile did over some days. */
export interface ProfileStatistics extends DayRange {
  totals: { views: number; downloads: number };
  days: DayCount[];
  referrers: ReferrerCount[];
  devices: { device: Device; views: number }[];
  downloads: { kind: DownloadKind; count: number }[];
  links: LinkCount[];
}

const maxReferrers = 100;

/** Puts what was counted together. @param counts `days` those on which something happened; `facets` most frequent first */
export function statisticsOf(
  range: DayRange,
  { days, facets, links }: { days: readonly DayCount[]; facets: readonly FacetSum[]; links: LinkCount[] },
): ProfileStatistics {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const countOf = (facet: FacetSum['facet'], value: string) =>
    facets.find((sum) => sum.facet === facet && sum.value === value)?.count ?? 0;
  const files = visitKinds.filter((kind) => kind !== 'page');
  return {
    ...range,
    totals: { views: sumOf(days, 'views'), downloads: sumOf(days, 'downloads') },
    days: daysOf(range).map((date) => byDate.get(date) ?? { date, views: 0, downloads: 0 }),
    referrers: referrersOf(facets),
    devices: devices.map((device) => ({ device, views: countOf('device', device) })),
    downloads: files.map((kind) => ({ kind, count: countOf('kind', kind) })),
    links,
  };
}

function referrersOf(facets: readonly FacetSum[]): ReferrerCount[] {
  const sums = facets.filter(({ facet }) => facet === 'referrer');
  const hosts = sums.filter(({ value }) => value !== direct && value !== otherHosts);
  const rest = [...hosts.slice(maxReferrers), ...sums.filter(({ value }) => value === otherHosts)];
  const counted: ReferrerCount[] = [
    ...hosts.slice(0, maxReferrers).map(({ value, count }) => ({ source: 'host', host: value, views: count }) as const),
    {
      source: 'direct',
      host: null,
      views: sumOf(
        sums.filter(({ value }) => value === direct),
        'count',
      ),
    },
    { source: 'other', host: null, views: sumOf(rest, 'count') },
  ];
  return counted.filter(({ views }) => views > 0).sort((one, other) => other.views - one.views);
}

function sumOf<K extends string>(counts: readonly Record<K, number>[], field: K): number {
  return counts.reduce((sum, count) => sum + count[field], 0);
}
