import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

const longLived = 'public, max-age=31536000, immutable';

/** Serves the exported web site beside the API, so that one port is the whole product. */
export async function serveSite(app: NestFastifyApplication, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    redirect: true,
    // The export has a .gz beside each text file. What it holds is public, so that its compression tells nothing (BREACH).
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('Cache-Control', path.includes('/_next/static/') ? longLived : 'no-cache');
    },
  });
}

/** The site's own page for an address that leads nowhere. */
export class SiteNotFound {
  private readonly page: string | null;

  constructor(folder: string) {
    const file = join(folder, '404.html');
    this.page = existsSync(file) ? readFileSync(file, 'utf8') : null;
  }

  /** A browser asked for a page of the site. */
  wants(request: FastifyRequest): boolean {
    const forProgram = request.url.startsWith('/api/') || request.url.startsWith('/p/');
    return this.page !== null && !forProgram && (request.headers.accept ?? '').includes('text/html');
  }

  async answer(reply: FastifyReply): Promise<void> {
    await reply.status(404).header('Cache-Control', 'no-cache').type('text/html; charset=utf-8').send(this.page);
  }
}
