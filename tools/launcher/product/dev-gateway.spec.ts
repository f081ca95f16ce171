import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';

import { backendOf, openGateway } from './dev-gateway';

const opened: Server[] = [];

afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

async function backend(name: string): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    outgoing.writeHead(
      200,
      [
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
        ['x-host', incoming.headers.host ?? ''],
      ].flat(),
    );
    incoming.on('data', (chunk: Buffer) => outgoing.write(chunk));
    incoming.on('end', () => outgoing.end(`${name} ${incoming.method} ${incoming.url}`));
  });
  server.on('upgrade', (_incoming: IncomingMessage, socket: Socket) => {
    socket.end(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\n${name}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push(server);
  return server;
}

async function gateway(): Promise<{ origin: string; port: number; api: Server }> {
  const [api, site] = await Promise.all([backend('api'), backend('site')]);
  const server = await openGateway(0, '127.0.0.1', { api: portOf(api), site: portOf(site) });
  opened.push(server);
  return { origin: `http://127.0.0.1:${portOf(server)}`, port: portOf(server), api };
}

describe('the gateway of npm run dev', () => {
  it.each([
    ['/api/user', 1],
    ['/p/lena', 1],
    ['/', 2],
    ['/pricing/', 2],
    ['/apiary', 2],
  ])('sends %s to its server', (path, port) => {
    expect(backendOf(path, { api: 1, site: 2 })).toBe(port);
  });

  it('passes method, body, host and every header', async () => {
    const { origin, port } = await gateway();
    const answer = await fetch(`${origin}/api/login?x=1`, { method: 'POST', body: 'body ' });
    expect(await answer.text()).toBe('body api POST /api/login?x=1');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(answer.headers.get('x-host')).toBe(`127.0.0.1:${port}`);
  });

  it('answers 503 while a server starts again', async () => {
    const { origin, api } = await gateway();
    api.closeAllConnections();
    await new Promise((closed) => api.close(closed));
    expect((await fetch(`${origin}/api/user`)).status).toBe(503);
    expect((await fetch(`${origin}/`)).status).toBe(200);
  });

  it('passes upgraded connections through', async () => {
    const { port } = await gateway();
    const asking = request({
      host: '127.0.0.1',
      port,
      path: '/_next/hmr',
      headers: { connection: 'Upgrade', upgrade: 'echo' },
    });
    asking.end();
    const [, socket, head] = (await once(asking, 'upgrade')) as [IncomingMessage, Socket, Buffer];
    const rest: Buffer[] = [head];
    for await (const chunk of socket) rest.push(chunk as Buffer);
    expect(Buffer.concat(rest).toString()).toBe('site');
  });
});
