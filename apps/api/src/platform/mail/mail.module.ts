import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import type { ApiEnv } from '@canar/api-env';
import { CapturedMailbox } from './captured-mailbox';
import { MailEventsController } from './mail-events.controller';
import { MailTransport } from './mail-transport';
import { MailboxController } from './mailbox.controller';
import { Mailer } from './mailer';
import { QueuedMailer } from './queued-mailer';
import { SnsMessages } from './sns-message';
import { SuppressedAddresses } from './suppressed-addresses';

/** Provides the mailer: by Amazon SES, by SMTP, or into the captured mailbox with its page. */
@Module({})
export class MailModule {
  static with(env: ApiEnv): DynamicModule {
    const mailbox = env.MAIL === 'captured' ? [MailboxController] : [];
    const events = env.SES_EVENTS_TOPIC === undefined ? [] : [MailEventsController];
    return {
      module: MailModule,
      global: true,
      controllers: [...mailbox, ...events],
      providers: [
        SuppressedAddresses,
        { provide: Mailer, useClass: QueuedMailer },
        ...transportOf(env),
        ...eventsOf(env.SES_EVENTS_TOPIC),
      ],
      exports: [Mailer, SuppressedAddresses],
    };
  }
}

function transportOf({ MAIL, SMTP_URL: url = '', MAIL_FROM: from, ...env }: ApiEnv): Provider[] {
  switch (MAIL) {
    case 'ses': {
      const { AWS_REGION: region, SES_CONFIGURATION_SET: configurationSet, SES_ENDPOINT: endpoint } = env;
      return [
        {
          provide: MailTransport,
          useFactory: async () => {
            const { SesTransport } = await import('./ses-transport');
            return new SesTransport({ region, from, configurationSet, endpoint });
          },
        },
      ];
    }
    case 'smtp':
      return [
        {
          provide: MailTransport,
          useFactory: async () => new (await import('./smtp-transport')).SmtpTransport(url, from),
        },
      ];
    case 'captured':
      return [CapturedMailbox, { provide: MailTransport, useExisting: CapturedMailbox }];
  }
}

function eventsOf(topicArn: string | undefined): Provider[] {
  if (topicArn === undefined) return [];
  return [{ provide: SnsMessages, useFactory: () => new SnsMessages(topicArn, textAt) }];
}

/** What answers at an address, within five seconds and without going elsewhere. */
async function textAt(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`Amazon SNS answers ${answer.status}.`);
  return answer.text();
}
