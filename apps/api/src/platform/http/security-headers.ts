import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';

/** The policy of the API's own answers: data, never a document that loads anything. Pages say their own. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
};

/** What helmet gives an answer. It is the same for every answer, so it is worked out once. */
export const securityHeaders = {
  ...headersOf(
    helmet({
      contentSecurityPolicy,
      strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      // The content policy says frame-ancestors, which every browser in use reads.
      frameguard: false,
    }),
  ),
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

function headersOf(middleware: ReturnType<typeof helmet>): Record<string, string> {
  const headers: Record<string, string> = {};
  const setHeader = (name: string, value: string | number) => void (headers[name.toLowerCase()] = String(value));
  const response = { setHeader, removeHeader: () => undefined } as unknown as ServerResponse;
  middleware({} as IncomingMessage, response, (error) => {
    if (error) throw error;
  });
  return headers;
}

/** Sets the security headers of every answer, and the content policy by what is answered. */
export function secureHeaders(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(securityHeaders);
    done();
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    // The exported pages carry their own script policy in a <meta>; the header adds what a <meta> cannot say.
    if (!request.url.startsWith('/api/') && !request.url.startsWith('/p/')) {
      void reply.header('Content-Security-Policy', "frame-ancestors 'none'; base-uri 'none'; object-src 'none'");
    }
    // A browser lays the headers of a 304 over those it stored, and would apply them to the stored page: the page's own policy stays.
    if (reply.statusCode === 304) void reply.removeHeader('Content-Security-Policy');
    else if (request.url.startsWith('/api/docs')) void reply.header('Content-Security-Policy', docsPolicy);
    if (request.url.startsWith('/api/') && !reply.hasHeader('Cache-Control'))
      void reply.header('Cache-Control', 'no-store');
    done(null, payload);
  });
}

/** The policy of the contract's page for people: its own scripts, styles and pictures. */
const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The policy of a page that the API draws: its own style, by hash, and its own pictures, no script. Without script nothing
 * connects; what judges the page from inside a browser reads our robots.txt by that right, and calls it unreadable without.
 */
export function pagePolicyOf(html: string | Buffer, formAction = "'self'"): string {
  if (typeof html === 'string') return policyWith(styleHashesOf(html), formAction);
  const known = knownPolicies.get(html) ?? policyWith(styleHashesOf(html.toString()), formAction);
  knownPolicies.set(html, known);
  return known;
}

/** Of pages that are stored and sent again. */
const knownPolicies = new WeakMap<Buffer, string>();

function policyWith(styles: string, formAction: string): string {
  return `default-src 'none'; style-src ${styles}; img-src 'self' data:; connect-src 'self'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`;
}

function styleHashesOf(html: string): string {
  const styles = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, style = '']) => style);
  const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  return hashes.length > 0 ? hashes.join(' ') : "'none'";
}
