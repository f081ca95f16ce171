import { Query, type QueryResult } from 'pg';

/** A statement on its way to the server. */
export interface Statement {
  text: string;
  /** as the protocol carries them */
  parameters: (string | Buffer | null)[];
  /** under which it is prepared; empty: not at all */
  name: string;
  resolve: (result: QueryResult) => void;
  reject: (error: unknown) => void;
}

/** What node-postgres calls a connection: one method for each message of the protocol. */
interface Connection {
  stream: { cork: () => void; uncork: () => void };
  parse: (message: { text: string; name: string }) => void;
  bind: (message: { statement: string; values: unknown[] }) => void;
  describe: (message: { type: 'P'; name: string }) => void;
  execute: (message: object) => void;
  close: (message: { type: 'S'; name: string }) => void;
  sync: () => void;
}

/** What each connection has prepared, and what it may have prepared in a batch that failed. */
const prepared = new WeakMap<Connection, { known: Set<string>; doubtful: Set<string> }>();

function preparedBy(connection: Connection) {
  const names = prepared.get(connection) ?? { known: new Set<string>(), doubtful: new Set<string>() };
  prepared.set(connection, names);
  return names;
}

/**
 * Statements between two Syncs of the extended protocol: one packet there and one back. Outside of BEGIN and COMMIT they are
 * one transaction. What follows a statement that fails is not executed, and is rejected with its error.
 */
export class Batch extends Query {
  private fresh: string[] = [];
  private connection: Connection | undefined;

  constructor(readonly statements: readonly Statement[]) {
    super('', (error: Error | undefined) => {
      if (error) this.fail(error);
      else this.resolveDone();
    });
  }

  override submit = (connection: unknown): void => {
    this.connection = connection as Connection;
    const { stream } = this.connection;
    stream.cork();
    for (const statement of this.statements) this.write(statement, this.connection);
    this.connection.sync();
    stream.uncork();
  };

  private write({ text, parameters, name }: Statement, connection: Connection): void {
    const { known, doubtful } = preparedBy(connection);
    if (name === '' || !known.has(name)) {
      if (doubtful.delete(name)) connection.close({ type: 'S', name });
      connection.parse({ text, name });
      if (name !== '') {
        known.add(name);
        this.fresh.push(name);
      }
    }
    connection.bind({ statement: name, values: parameters });
    connection.describe({ type: 'P', name: '' });
    connection.execute({});
  }

  /** Resolves the statements that are complete. @returns how many there are */
  private resolveDone(): number {
    const { _results: results } = this as unknown as { _results: QueryResult | QueryResult[] };
    const done = (Array.isArray(results) ? results : [results]).filter(({ command }) => command !== null);
    done.forEach((result, index) => this.statements[index]?.resolve(result));
    return done.length;
  }

  private fail(error: unknown): void {
    if (this.connection) {
      const { known, doubtful } = preparedBy(this.connection);
      for (const name of this.fresh) {
        known.delete(name);
        doubtful.add(name);
      }
    }
    for (const { reject } of this.statements.slice(this.resolveDone())) reject(error);
  }
}
