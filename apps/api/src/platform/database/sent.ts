import type { QueryResult } from 'pg';

/** Waits for every statement, so that none is left in flight, then raises the first failure. */
export async function settleAll<T>(sent: Promise<T>[]): Promise<T[]> {
  const answers = await Promise.allSettled(sent);
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}

/** A promise that is waited for at the end; a failure before that is not one that nobody sees. */
export function observedLater<T>(sent: Promise<T>): Promise<T> {
  sent.catch(() => undefined);
  return sent;
}

/** PostgreSQL, appendix A: in_failed_sql_transaction; invalid_sql_statement_name, of a name that the failed one was to prepare. */
const consequences = new Set(['25P02', '26000']);

/** Why the work failed: where a statement was refused because of one that was sent before it, the failure of that one. */
export async function causeOf(error: unknown, sent: Promise<QueryResult>[]): Promise<unknown> {
  if (!consequences.has((error as { code?: string } | null)?.code ?? '')) return error;
  const failed = (await Promise.allSettled(sent)).find(({ status }) => status === 'rejected');
  return failed?.status === 'rejected' ? failed.reason : error;
}
