import type { RouteClass, StatusClass } from '@canar/api-metrics';

const signIn = /^\/api\/(login|register|auth\/refresh)$/;
const health = /^\/api\/(auth\/health|health\/)/;
const unlock = /^\/p\/.*\/unlock$/;
const picture = /^\/p\/.*\/(photo\/:file|card\.png|qr\.(svg|png))$/;
const pdf = /\/export\/pdf$/;

/**
 * The class of a route. The load balancer's health checks have none: they are not requests of anybody.
 * @param route the route's pattern, such as `/api/profiles/:id`; undefined when none answered
 * @param url the address asked for, which alone tells a public page from its PDF
 */
export function routeClassOf(method: string, route: string | undefined, url: string): RouteClass | null {
  if (route === undefined) return 'unknown';
  if (health.test(route)) return null;
  if (picture.test(route)) return 'media';
  if (unlock.test(route)) return 'sign-in';
  if (route.startsWith('/p/media/') || route.startsWith('/api/photos/')) return 'media';
  if (route.startsWith('/p/')) return pathOf(url).endsWith('.pdf') ? 'pdf' : 'public-page';
  if (!route.startsWith('/api/')) return 'site';
  if (pdf.test(route)) return 'pdf';
  if (route.startsWith('/api/billing/webhooks/')) return 'webhook';
  if (method === 'POST' && signIn.test(route)) return 'sign-in';
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS' ? 'read' : 'write';
}

/** The class of a status; what is not one counts as our failure. */
export function statusClassOf(status: number): StatusClass {
  if (status >= 200 && status < 300) return '2xx';
  if (status >= 300 && status < 400) return '3xx';
  if (status >= 400 && status < 500) return '4xx';
  return '5xx';
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
