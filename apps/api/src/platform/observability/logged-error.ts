/** An error as it may be logged: what failed and where, and nothing of what somebody has sent or stored. */
export interface LoggedError {
  type: string;
  message?: string;
  code?: string;
  /** Of the database: what was violated, without the row. */
  constraint?: string;
  table?: string;
  /** The failed statement, with places instead of parameters. */
  statement?: string;
  /** What a schema rejected: paths and codes. */
  issues?: string[];
  stack?: string;
  cause?: LoggedError;
}

interface Known {
  name?: unknown;
  message?: unknown;
  code?: unknown;
  stack?: unknown;
  cause?: unknown;
  constraint?: unknown;
  table?: unknown;
  query?: unknown;
  severity?: unknown;
  issues?: unknown;
}

const maxCauses = 5;
const frame = /^\s+at .*$/gm;

/**
 * Describes an error for the log. The messages of the database, of parsers and of schemas quote the values that they reject,
 * and so do the parameters, details and bodies that such errors carry: of these only codes, names and places are logged.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (typeof error !== 'object' || error === null) return { type: typeof error };
  const { name, message, code, constraint, table, query, cause, stack, issues }: Known = error;
  const described: LoggedError = { type: textOf(error.constructor.name) ?? textOf(name) ?? 'Error' };
  assign(described, 'code', textOf(code));
  assign(described, 'constraint', textOf(constraint));
  assign(described, 'table', textOf(table));
  assign(described, 'statement', textOf(query));
  if (!quotesValues(error)) assign(described, 'message', textOf(message));
  if (Array.isArray(issues)) described.issues = issues.map(issueOf);
  if (typeof stack === 'string') described.stack = (stack.match(frame) ?? []).join('\n');
  if (cause !== undefined && depth < maxCauses) described.cause = loggedError(cause, depth + 1);
  return described;
}

function quotesValues(error: object): boolean {
  const { severity, query, issues, code }: Known = error;
  const isNodes = typeof code === 'string' && code.startsWith('ERR_');
  return (
    severity !== undefined || query !== undefined || issues !== undefined || error instanceof SyntaxError || isNodes
  );
}

function issueOf(issue: unknown): string {
  const { code, path } = (issue ?? {}) as { code?: unknown; path?: unknown };
  // The names of a path may come from the input too; where they are numbers they do not.
  const depth = Array.isArray(path) ? path.length : 0;
  return `${textOf(code) ?? 'refused'} at depth ${depth}`;
}

function assign(
  described: LoggedError,
  field: 'code' | 'constraint' | 'table' | 'statement' | 'message',
  text?: string,
) {
  if (text !== undefined) described[field] = text;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
