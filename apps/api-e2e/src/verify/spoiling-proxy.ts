import { once } from 'node:events';
import { createServer, type IncomingMessage, request as send, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer on its way back. */
export interface Passing {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** What is spoilt of the answers to some requests. */
export interface Fault {
  /** Which requests, as `METHOD /path?query`. */
  readonly on: RegExp;
  /** Changes the answer in place. */
  readonly spoil: (answer: Passing) => void;
  /** Whether the request never arrives; the answer to spoil is then an empty 204. */
  readonly swallow?: boolean;
}

/** A proxy that passes everything on and spoils one thing. */
export class SpoilingProxy {
  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async start(target: string, fault: Fault | null): Promise<SpoilingProxy> {
    const server = createServer((request, response) => {
      pass(target, fault, request, response).catch(() => response.destroy());
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new SpoilingProxy(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}

async function pass(target: string, fault: Fault | null, request: IncomingMessage, response: ServerResponse) {
  const spoils = fault?.on.test(`${request.method} ${request.url}`) ?? false;
  const answer = spoils && fault?.swallow ? swallowed() : await forwarded(target, request);
  if (spoils) fault?.spoil(answer);
  delete answer.headers['transfer-encoding'];
  delete answer.headers['content-length'];
  for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined) response.setHeader(name, value);
  response.writeHead(answer.status).end(answer.body);
}

const swallowed = (): Passing => ({ status: 204, headers: {}, body: Buffer.alloc(0) });

async function forwarded(target: string, request: IncomingMessage): Promise<Passing> {
  const onward = send(`${target}${request.url}`, { method: request.method, headers: request.headers });
  request.pipe(onward);
  const [answer] = (await once(onward, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) };
}
