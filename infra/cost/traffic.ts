import { counters, routeClasses, gauges, statusClasses } from '@canar/api-metrics';
import type { Stage } from '../lib/stages';

/** The monthly usage of a stage, which no template contains. */
export interface Traffic {
  /** Task hours that autoscaling adds, as a fraction of those of the minimum number of tasks. */
  readonly scaledOut: number;
  /** Load balancer capacity units in use on average. */
  readonly capacityUnits: number;
  readonly millionEdgeRequests: number;
  /** The fraction of views whose edge is in India, where CloudFront costs more. */
  readonly fromIndia: number;
  /** Of those, the requests that the edge sends to the site's bucket. */
  readonly millionOriginAnswers: number;
  readonly edgeGb: number;
  readonly natGb: number;
  readonly betweenZonesGb: number;
  readonly uploadsGb: number;
  /** Per bucket other than the uploads: the site, or access logs. */
  readonly otherBucketGb: number;
  readonly millionObjectWrites: number;
  /** Per bucket. */
  readonly millionObjectReads: number;
  readonly thousandMails: number;
  readonly imagesGb: number;
  readonly backupsGb: number;
  readonly apiLogGb: number;
  /** Per log group other than the API's. */
  readonly otherLogGb: number;
  /** Custom time series, written as embedded metrics; billed by the hours in which something is written. */
  readonly ownMetrics: number;
  /** Time series of Container Insights; the enhanced kind has about three times as many. */
  readonly insightMetrics: number;
  /** Hours for which a restored database exists in the monthly restore test. */
  readonly restoreHours: number;
}

/** Every time series that the API can write: requests by route and status, latency by route, counters, gauges. */
const everySeries = routeClasses.length * (statusClasses.length + 1) + counters.length + Object.keys(gauges).length;

const rehearsal: Traffic = {
  scaledOut: 0,
  capacityUnits: 0.05,
  millionEdgeRequests: 0.1,
  fromIndia: 0.9,
  millionOriginAnswers: 0.02,
  edgeGb: 1,
  natGb: 2,
  betweenZonesGb: 1,
  uploadsGb: 1,
  otherBucketGb: 0.5,
  millionObjectWrites: 0.01,
  millionObjectReads: 0.05,
  thousandMails: 0.1,
  imagesGb: 2,
  backupsGb: 2,
  apiLogGb: 0.5,
  otherLogGb: 0.05,
  ownMetrics: everySeries * 0.2,
  insightMetrics: 36,
  restoreHours: 2,
};

/**
 * The first year as planned: 10,000 profiles in production, each seen a hundred times a month (five requests a view
 * at the edge), and 30 MB of files for every tenth.
 */
export const traffic: Record<Stage['name'], Traffic> = {
  development: rehearsal,
  staging: rehearsal,
  production: {
    ...rehearsal,
    scaledOut: 0.05,
    capacityUnits: 0.5,
    millionEdgeRequests: 5,
    millionOriginAnswers: 1,
    edgeGb: 50,
    natGb: 20,
    betweenZonesGb: 20,
    uploadsGb: 30,
    otherBucketGb: 3,
    millionObjectWrites: 0.1,
    millionObjectReads: 1,
    thousandMails: 20,
    imagesGb: 10,
    backupsGb: 20,
    apiLogGb: 6,
    otherLogGb: 0.5,
    ownMetrics: everySeries * 0.6,
  },
};
