import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastify, type FastifyInstance } from 'fastify';
import { serveSite } from './site';

const page = '<!doctype html><title>Canar</title>'.padEnd(2000, ' ');
let folder: string;
let server: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'canar-site-'));
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'index.html.gz'), gzipSync(page));
  server = fastify();
  await serveSite(server as unknown as NestFastifyApplication, folder);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (encoding: string) => server.inject({ url: '/', headers: { 'accept-encoding': encoding } });

describe('the site beside the API', () => {
  it('answers with the compressed copy of a page to who can read it', async () => {
    const { headers, rawPayload } = await get('gzip, deflate, br');
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'no-cache' });
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(headers.vary).toContain('accept-encoding');
    expect(gunzipSync(rawPayload).toString()).toBe(page);
  });

  it('answers with the page as it is to who cannot', async () => {
    const { headers, payload } = await get('identity');
    expect(headers['content-encoding']).toBeUndefined();
    expect(payload).toBe(page);
  });
});
