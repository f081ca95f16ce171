import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import type { PoolClient, QueryResult } from 'pg';

/** More texts than the product has; what builds texts without end must not fill the memory of the server. */
const maxNames = 1_000;

/** Names statements, so that each connection parses, rewrites and plans a text once. */
class StatementNames {
  private readonly names = new Map<string, string>();

  of(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= maxNames) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    this.names.set(text, name);
    return name;
  }
}

/** Sends statements over connections of a pool; those of one turn leave together. */
export class Statements {
  private readonly names = new StatementNames();

  /** @param named `false` behind a pooler that gives every transaction another connection */
  constructor(private readonly named: boolean) {}

  /** Sends a statement with its parameters, by its name where the connection knows it. */
  send(client: PoolClient, text: string, parameters: unknown[]): Promise<QueryResult> {
    leaveTogether(client);
    return client.query({ text, values: parameters, name: this.named ? this.names.of(text) : undefined });
  }

  /** Begins or ends a transaction: there is nothing to plan, and the simple protocol has the fewest messages. */
  control(client: PoolClient, text: string): Promise<QueryResult> {
    leaveTogether(client);
    return client.query(text);
  }
}

/** Holds what is written to a connection until the turn of the event loop has ended: one packet, one system call. */
function leaveTogether(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
