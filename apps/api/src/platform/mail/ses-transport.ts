import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { OutgoingMail } from './mail';
import { MailTransport } from './mail-transport';

/** Where Amazon SES is, and who it is asked as. */
export interface SesOptions {
  region: string;
  /** The sender, as `Name <address>`, of a verified identity. */
  from: string;
  /** The configuration set whose events come back to us. */
  configurationSet?: string | undefined;
  /** The address of a substitute for SES. */
  endpoint?: string | undefined;
}

/** Hands mail to Amazon SES. Credentials come from the surroundings: on AWS the task's role, and no secret. */
@Injectable()
export class SesTransport extends MailTransport implements OnModuleDestroy {
  private readonly client: SESv2Client;

  constructor(private readonly options: SesOptions) {
    super();
    const { region, endpoint } = options;
    this.client = new SESv2Client({
      region,
      ...(endpoint !== undefined && { endpoint }),
      maxAttempts: 1, // the queue tries again, with growing pauses
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 20_000 },
    });
  }

  async deliver({ id, to, subject, text, html }: OutgoingMail): Promise<void> {
    if (!isOneAddress(to)) throw new Error(`The mail ${id} was not taken: its recipient is not one address`);
    const part = (Data: string) => ({ Data, Charset: 'UTF-8' });
    const Body = { Text: part(text), ...(html !== undefined && { Html: part(html) }) };
    const Headers = [
      { Name: 'Auto-Submitted', Value: 'auto-generated' },
      { Name: 'X-Entity-Ref-ID', Value: id },
    ];
    const command = new SendEmailCommand({
      FromEmailAddress: this.options.from,
      Destination: { ToAddresses: [to] },
      ConfigurationSetName: this.options.configurationSet,
      Content: { Simple: { Subject: part(subject), Body, Headers } },
    });
    await this.client.send(command).catch((error: unknown) => {
      throw new Error(`The mail ${id} was not taken: ${reasonOf(error)}`);
    });
  }

  onModuleDestroy(): void {
    this.client.destroy();
  }
}

/** SES reads a list of addresses where it is given one. */
function isOneAddress(to: string): boolean {
  return /^[^\s,;<>()"]+@[^\s,;<>()"@]+$/.test(to);
}

/** Why, without the service's own words, which quote the recipient. */
function reasonOf(error: unknown): string {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return [name, $metadata?.httpStatusCode].filter((part) => part !== undefined).join(' ') || 'unknown';
}
