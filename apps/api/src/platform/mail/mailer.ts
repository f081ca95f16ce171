import type { Mail } from './mail';

/** Sends mail as part of what causes it. */
export abstract class Mailer {
  /**
   * Puts a mail on its way: it leaves once the current unit of work has committed, never when it rolls back, and is
   * tried again while the mail server is away.
   * @throws {Error} outside of a unit of work, and when recipient or subject is not one line
   */
  abstract send(mail: Mail): Promise<void>;
}
