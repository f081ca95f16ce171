/** The CloudWatch namespace of the metrics: the name of the product on AWS. */
export const metricNamespace = 'CPM';

/**
 * The dimensions of metrics. Each has few values, all known in advance: never an id, an address or a path, because AWS charges for
 * every combination.
 */
export const dimensions = { service: 'ServiceName', route: 'Route', status: 'Status' } as const;

/** Classes of requests with similar expected latency. */
export const routeClasses = [
  'read',
  'write',
  'sign-in',
  'pdf',
  'public-page',
  'media',
  'webhook',
  'site',
  'unknown',
] as const;
export type RouteClass = (typeof routeClasses)[number];

/** Classes of HTTP status codes. */
export const statusClasses = ['2xx', '3xx', '4xx', '5xx'] as const;
export type StatusClass = (typeof statusClasses)[number];

/** Metrics of every request: the number by route and status, and a sample of latencies by route. */
export const requestMetrics = { requests: 'Requests', latency: 'Latency' } as const;

/** Counters by service: the sum over a minute is the number of events. */
export const counters = [
  'CacheHits',
  'CacheMisses',
  'CreditsSpent',
  'FailedSignIns',
  'ThrottledSignIns',
  'WebhookFailures',
  'WebhookRefusals',
  'PaymentMismatches',
  'LedgersVerified',
  'LedgerMismatches',
  'ViewsDropped',
] as const;
export type Counter = (typeof counters)[number];

/** Gauges by service with their units: the maximum of a minute is reported. */
export const gauges = { QueueAge: 'Seconds', JobsGivenUp: 'Count' } as const;
export type Gauge = keyof typeof gauges;
