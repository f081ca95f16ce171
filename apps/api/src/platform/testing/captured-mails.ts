import { eventually } from './eventually';

/** A mail in the mailbox of the tests. */
export interface MailInMailbox {
  subject: string;
  body: string;
  html: string | null;
}

interface Database {
  sql<Row = Record<string, unknown>>(text: string, parameters?: unknown[]): Promise<Row[]>;
}

/** Waits until every job whose time has come is done: a mail is one, and arrives after the answer that caused it. */
export async function jobsDone(test: Database): Promise<void> {
  await eventually(
    () => test.sql('SELECT 1 FROM graphile_worker.jobs WHERE run_at <= now()'),
    (waiting) => waiting.length === 0,
  );
}

/** The mails to an address, oldest first and those of one instant by subject, when all jobs are done. */
export async function mailsTo(test: Database, email: string): Promise<MailInMailbox[]> {
  await jobsDone(test);
  const sql = `SELECT subject, body, html FROM platform.captured_mails
    WHERE recipient = $1 ORDER BY captured_at, subject COLLATE "C"`;
  return test.sql<MailInMailbox>(sql, [email]);
}
