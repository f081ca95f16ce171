import { join } from 'node:path';
import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants';

const shared: NextConfig = {
  trailingSlash: true,
  images: { unoptimized: true },
  reactStrictMode: true,
  turbopack: { root: join(import.meta.dirname, '../..') },
  experimental: { globalNotFound: true },
  typescript: { tsconfigPath: 'tsconfig.next.json' },
};

/** While developing there is a server, which shows English at the root and passes API calls on, as the real front does. */
function forDevelopment(): NextConfig {
  const api = process.env.API_ORIGIN ?? 'http://localhost:3001';
  return {
    ...shared,
    skipTrailingSlashRedirect: true,
    rewrites: async () => ({
      beforeFiles: [
        { source: '/api/:path*', destination: `${api}/api/:path*` },
        { source: '/p/:path*', destination: `${api}/p/:path*` },
        { source: '/', destination: '/en/' },
        { source: '/:path((?!_next|__next|[a-z]{2}/|favicon).*)', destination: '/en/:path' },
      ],
      afterFiles: [],
      fallback: [],
    }),
  };
}

/** The site is a static export; `scripts/finish-export.mjs` completes it. */
export default function config(phase: string): NextConfig {
  return phase === PHASE_DEVELOPMENT_SERVER ? forDevelopment() : { ...shared, output: 'export' };
}
