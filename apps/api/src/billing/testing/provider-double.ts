import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { faultsOf, type ParameterTable } from './parameter-table';

/** A request as the double has received it. */
export interface Received {
  path: string;
  headers: IncomingMessage['headers'];
  parameters: Record<string, unknown>;
}

/** An answer of the double. */
export interface Answer {
  status: number;
  body: unknown;
  /** A refusal that the test asks for is no fault. */
  isExpected?: boolean;
}

/** One request that the double answers. */
export interface Endpoint {
  table: ParameterTable;
  answer(request: Received): Answer;
}

/** A provider's API on this machine. It refuses every request that is not as the provider's documents describe it. */
export class ProviderDouble {
  /** What was refused, for nothing should be. */
  readonly faults: string[] = [];
  /** Whether it answers with an error of its own, as a provider that is down. */
  isDown = false;
  /** How many of the next requests it rejects, because it is asked too often. */
  busyFor = 0;
  private server: Server | undefined;

  constructor(
    private readonly endpoints: readonly Endpoint[],
    private readonly parse: (body: string) => Record<string, unknown>,
    private readonly errorOf: (message: string) => unknown,
  ) {}

  /** Listens on a port of this machine. @returns the origin */
  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      void this.respond(request).then(({ status, body }) => {
        const headers = { 'content-type': 'application/json', ...(status === 429 && { 'retry-after': '0' }) };
        response.writeHead(status, headers).end(JSON.stringify(body));
      });
    });
    const { server } = this;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private async respond(request: IncomingMessage): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://double');
    const body = await text(request);
    if (this.isDown) return { status: 503, body: this.errorOf('down') };
    if (this.busyFor > 0) {
      this.busyFor -= 1;
      return { status: 429, body: this.errorOf('Too many requests') };
    }
    const found = this.endpoints.find(({ table }) => table.method === request.method && isPathOf(table, pathname));
    if (!found) return this.refuse(404, `${request.method} ${pathname} is no request`);
    const parameters = request.method === 'GET' ? Object.fromEntries(searchParams) : this.parse(body);
    const faults = faultsOf(found.table, parameters);
    if (faults.length > 0) return this.refuse(400, faults.join(', '));
    const answer = found.answer({ path: pathname, headers: request.headers, parameters });
    if (answer.status >= 400 && !answer.isExpected) this.faults.push(JSON.stringify(answer.body));
    return answer;
  }

  private refuse(status: number, message: string): Answer {
    this.faults.push(message);
    return { status, body: this.errorOf(message) };
  }
}

/** Whether an address is that of a table; `*` stands for an id. */
function isPathOf({ path }: ParameterTable, pathname: string): boolean {
  return new RegExp(`^${path.replaceAll('*', '[^/]+')}$`).test(pathname);
}
