import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The policy of the API's own answers: data, never a document that loads anything. Pages say their own. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
};

/** Sets the security headers of every answer, and the content policy by what is answered. */
export async function secureHeaders(app: NestFastifyApplication): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, payload, done) => {
      // The exported pages carry their own script policy in a <meta>; the header adds what a <meta> cannot say.
      if (!request.url.startsWith('/api/') && !request.url.startsWith('/p/')) {
        void reply.header('Content-Security-Policy', "frame-ancestors 'none'; base-uri 'none'; object-src 'none'");
      }
      if (request.url.startsWith('/api/docs')) void reply.header('Content-Security-Policy', docsPolicy);
      if (request.url.startsWith('/api/') && !reply.hasHeader('Cache-Control'))
        void reply.header('Cache-Control', 'no-store');
      done(null, payload);
    });
}

/** The policy of the contract's page for people: its own scripts, styles and pictures. */
const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The policy of a page that the API draws: its own style and pictures, no script. Without script nothing connects; what judges
 * the page from inside a browser reads our robots.txt by that right, and calls it unreadable without.
 */
export const scriptlessPagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
