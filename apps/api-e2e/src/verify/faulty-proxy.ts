import { once } from 'node:events';
import { createServer, type IncomingMessage, request as send, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A response on its way back. */
export interface ProxiedResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** What is corrupted in the responses to some requests. */
export interface Fault {
  /** Which requests, as `METHOD /path?query`. */
  readonly on: RegExp;
  /** Changes the response in place. */
  readonly corrupt: (answer: ProxiedResponse) => void;
  /** Whether the request never arrives; the response to corrupt is then an empty 204. */
  readonly drop?: boolean;
}

/** A proxy that forwards everything and corrupts the responses that its faults name. */
export class FaultyProxy {
  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async start(target: string, faults: readonly Fault[]): Promise<FaultyProxy> {
    const server = createServer((request, response) => {
      pass(target, faults, request, response).catch(() => response.destroy());
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new FaultyProxy(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}

async function pass(target: string, faults: readonly Fault[], request: IncomingMessage, response: ServerResponse) {
  const matching = faults.filter(({ on }) => on.test(`${request.method} ${request.url}`));
  const answer = matching.some(({ drop }) => drop) ? emptyResponse() : await forwarded(target, request);
  for (const { corrupt } of matching) corrupt(answer);
  delete answer.headers['transfer-encoding'];
  delete answer.headers['content-length'];
  for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined) response.setHeader(name, value);
  response.writeHead(answer.status).end(answer.body);
}

const emptyResponse = (): ProxiedResponse => ({ status: 204, headers: {}, body: Buffer.alloc(0) });

async function forwarded(target: string, request: IncomingMessage): Promise<ProxiedResponse> {
  const onward = send(`${target}${request.url}`, { method: request.method, headers: request.headers });
  request.pipe(onward);
  const [answer] = (await once(onward, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) };
}
