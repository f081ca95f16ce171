import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import type { ApiEnv } from '@canar/api-env';
import { CapturedMailbox } from './captured-mailbox';
import { MailTransport } from './mail-transport';
import { MailboxController } from './mailbox.controller';
import { Mailer } from './mailer';
import { QueuedMailer } from './queued-mailer';
import { SmtpTransport } from './smtp-transport';

/** Provides the mailer: by SMTP where there is a server, else into the captured mailbox with its page. */
@Module({})
export class MailModule {
  /** @throws {Error} in production without SMTP_URL, unless it is a demonstration */
  static with(env: ApiEnv): DynamicModule {
    const mailbox = env.SMTP_URL === undefined;
    if (mailbox && env.NODE_ENV === 'production' && !env.CANAR_DEMO) {
      throw new Error('SMTP_URL is required in production.');
    }
    return {
      module: MailModule,
      global: true,
      controllers: mailbox ? [MailboxController] : [],
      providers: [{ provide: Mailer, useClass: QueuedMailer }, ...transportOf(env)],
      exports: [Mailer],
    };
  }
}

function transportOf({ SMTP_URL: url, MAIL_FROM: from }: ApiEnv): Provider[] {
  if (url !== undefined) return [{ provide: MailTransport, useFactory: () => new SmtpTransport(url, from) }];
  return [CapturedMailbox, { provide: MailTransport, useExisting: CapturedMailbox }];
}
