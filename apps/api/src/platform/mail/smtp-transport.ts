import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { MailTransport } from './mail-transport';
import type { OutgoingMail } from './mail';

/** Hands mail to an SMTP server. */
@Injectable()
export class SmtpTransport extends MailTransport implements OnModuleDestroy {
  private readonly transporter;
  private readonly host: string;

  /**
   * @param url `smtp://` (STARTTLS where offered) or `smtps://`, with user and password
   * @param from the sender, as `Name <address>`
   */
  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transporter = createTransport({
      url,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.host = /@([a-z0-9.-]+)/i.exec(from)?.[1] ?? 'localhost';
  }

  async deliver({ id, to, subject, text, html }: OutgoingMail): Promise<void> {
    try {
      await this.transporter.sendMail({
        from: this.from,
        to: { name: '', address: to }, // as an object it is one address, whatever commas it holds
        messageId: `<${id}@${this.host}>`,
        subject,
        text,
        html,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw new Error(`The mail ${id} was not taken: ${reasonOf(error)}`);
    }
  }

  onModuleDestroy(): void {
    this.transporter.close();
  }
}

/** Why, without the server's own words, which quote the recipient. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'unknown';
}
