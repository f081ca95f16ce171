/** Where the metrics of the product stand in CloudWatch. */
export const metricNamespace = 'CPM';

/**
 * What metrics are told apart by. Each has few values, all known beforehand: never an id, an address or a path, for
 * every combination is a metric that is paid for.
 */
export const dimensions = { service: 'ServiceName', route: 'Route', status: 'Status' } as const;

/** Kinds of requests that are expected to take alike long. */
export const routeClasses = [
  'read',
  'write',
  'sign-in',
  'paper',
  'public-page',
  'media',
  'webhook',
  'site',
  'unknown',
] as const;
export type RouteClass = (typeof routeClasses)[number];

/** How a request was answered. */
export const statusClasses = ['2xx', '3xx', '4xx', '5xx'] as const;
export type StatusClass = (typeof statusClasses)[number];

/** What is known of every request: how many (by route and status), and how long they took (by route, a sample). */
export const answers = { requests: 'Requests', latency: 'Latency' } as const;

/** What is counted, by service: the sum over a minute is the number of times it happened. */
export const counts = [
  'CacheHits',
  'CacheMisses',
  'CreditsSpent',
  'FailedSignIns',
  'WebhookFailures',
  'WebhookRefusals',
  'PaymentMismatches',
  'LedgersVerified',
  'LedgerMismatches',
  'ViewsDropped',
] as const;
export type Count = (typeof counts)[number];

/** What is measured now and then, by service, with its unit: the largest value of a minute is what counts. */
export const states = { QueueAge: 'Seconds', JobsGivenUp: 'Count' } as const;
export type State = keyof typeof states;
