import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';
import utils from 'pg/lib/utils.js';
import { Batch, type Statement } from './batch';

/** More texts than the product has; what builds texts without end must not fill the memory of the server. */
const maxNames = 1_000;

/** Names statements, so that each connection parses, rewrites and plans a text once. */
class StatementNames {
  private readonly names = new Map<string, string>();

  of(text: string): string {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (this.names.size >= maxNames) return '';
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    this.names.set(text, name);
    return name;
  }
}

/** Sends statements over connections of a pool; those of one turn of the event loop leave and come back together. */
export class Statements {
  private readonly names = new StatementNames();
  private readonly waiting = new WeakMap<PoolClient, Statement[]>();

  /** @param named `false` behind a pooler that gives every transaction another connection */
  constructor(private readonly named: boolean) {}

  /** Sends a statement with its parameters, by its name where the connection knows it. */
  send(client: PoolClient, text: string, parameters: unknown[] = []): Promise<QueryResult> {
    const name = this.named ? this.names.of(text) : '';
    return new Promise((resolve, reject) => {
      const carried = parameters.map((value) => utils.prepareValue(value));
      const statement = { text, parameters: carried, name, resolve, reject };
      const waiting = this.waiting.get(client);
      if (waiting) {
        waiting.push(statement);
        return;
      }
      this.waiting.set(client, [statement]);
      process.nextTick(() => this.flush(client));
    });
  }

  private flush(client: PoolClient): void {
    const statements = this.waiting.get(client) ?? [];
    this.waiting.delete(client);
    client.query(new Batch(statements));
  }
}
