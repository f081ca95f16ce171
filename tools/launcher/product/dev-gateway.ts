import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** The two servers behind one address, by port of this machine. */
export interface Backends {
  api: number;
  site: number;
}

const HOST = '127.0.0.1';

/**
 * Serves API and site on one port while both are developed, as CloudFront does: `/api/` and `/p/` go to the API, the
 * rest to the site's development server. Connections that are upgraded (reload on change) are passed through.
 */
export async function openGateway(port: number, host: string, backends: Backends): Promise<Server> {
  const gateway = createServer((incoming, outgoing) => forward(incoming, outgoing, backendOf(incoming.url, backends)));
  gateway.on('upgrade', (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
    passThrough(incoming, socket, head, backendOf(incoming.url, backends));
  });
  gateway.listen(port, host);
  await once(gateway, 'listening');
  return gateway;
}

/** The port that answers a path. */
export function backendOf(path: string | undefined, { api, site }: Backends): number {
  return /^\/(api|p)\//.test(path ?? '') ? api : site;
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const { method, url, headers } = incoming;
  const onward = request({ host: HOST, port, method, path: url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(outgoing);
  });
  onward.on('error', () => {
    if (outgoing.headersSent) return void outgoing.destroy();
    outgoing.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' });
    outgoing.end('Starting again after a change. Reload in a moment.\n');
  });
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

function passThrough(incoming: IncomingMessage, socket: Socket, head: Buffer, port: number): void {
  const onward = connect(port, HOST, () => {
    const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
    for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
      lines.push(`${incoming.rawHeaders[index]}: ${incoming.rawHeaders[index + 1]}`);
    }
    onward.write(`${lines.join('\r\n')}\r\n\r\n`);
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
}
