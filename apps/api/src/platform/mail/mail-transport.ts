import type { OutgoingMail } from './mail';

/** Carries a mail out of the product. */
export abstract class MailTransport {
  /**
   * Sends a mail. It may be called again with the same mail, which the recipient recognizes by its id.
   * @throws {Error} when it was not taken; the message holds no address and nothing of the mail
   */
  abstract deliver(mail: OutgoingMail): Promise<void>;
}
