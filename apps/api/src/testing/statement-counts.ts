import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource } from 'typeorm';
import type { TestApp } from '../test-app';

/** What an act sent to the database. */
export interface Counts {
  statements: number;
  /** Those that the server has to parse and plan: unnamed, or not yet known to their connection. */
  planned: number;
  /** Writes to the socket, which are system calls. */
  packets: number;
}

interface Connection {
  parse: (...sent: unknown[]) => void;
  stream: { _write: Write; _writev: Write };
}

type Write = (...written: unknown[]) => void;

interface PooledClient {
  query: (batch: { statements: { text: string }[] }) => unknown;
  connection: Connection;
}

interface Pool {
  on(event: 'acquire', listener: (client: PooledClient) => void): void;
}

/** Counts what acts send over the pool of requests; what runs beside them, such as jobs, is not counted. */
export class StatementCounts {
  private readonly acts = new AsyncLocalStorage<Omit<Counts, 'statements'> & { texts: string[] }>();
  private readonly known = new WeakSet();

  constructor({ app }: TestApp) {
    const { master } = app.get(DataSource).driver as unknown as { master: Pool };
    master.on('acquire', (client) => {
      if (this.known.has(client)) return;
      this.known.add(client);
      this.watch(client);
    });
  }

  /** The counts of one act, and the texts of its statements. */
  async of(act: () => Promise<unknown>): Promise<{ counts: Counts; texts: string[] }> {
    const seen = { planned: 0, packets: 0, texts: [] as string[] };
    await this.acts.run(seen, act);
    const { texts, ...counts } = seen;
    return { counts: { statements: texts.length, ...counts }, texts };
  }

  private watch(client: PooledClient): void {
    const { acts } = this;
    const { connection } = client;
    const { stream } = connection;
    let writer = acts.getStore();
    const before = <Args extends unknown[], Result>(call: (...args: Args) => Result, note: (...args: Args) => void) => {
      return (...args: Args): Result => {
        note(...args);
        return call(...args);
      };
    };
    const notePlanned = () => {
      if (writer) writer.planned += 1;
    };
    const notePacket = () => {
      if (writer) writer.packets += 1;
    };
    client.query = before(client.query.bind(client), ({ statements }) => {
      writer = acts.getStore();
      writer?.texts.push(...statements.map(({ text }) => text));
    });
    connection.parse = before(connection.parse.bind(connection), notePlanned);
    stream._write = before(stream._write.bind(stream), notePacket);
    stream._writev = before(stream._writev.bind(stream), notePacket);
  }
}
