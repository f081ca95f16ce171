import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../jobs/job-handlers';
import { Jobs } from '../jobs/jobs';
import { type Mail, type OutgoingMail, outgoingMailSchema } from './mail';
import { MailTransport } from './mail-transport';
import { Mailer } from './mailer';
import { SuppressedAddresses } from './suppressed-addresses';

const job = 'mail.send';
const maxAttempts = 12; // about 15 hours with the queue's growing pauses

/** Sends mail by a durable job, enqueued in the caller's transaction and worked through the transport. What is suppressed when its turn comes is not sent. */
@Injectable()
export class QueuedMailer extends Mailer implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly transport: MailTransport,
    private readonly suppressed: SuppressedAddresses,
  ) {
    super();
  }

  onModuleInit(): void {
    this.handlers.register(job, outgoingMailSchema, (mail) => this.deliver(mail));
  }

  private async deliver(mail: OutgoingMail): Promise<void> {
    if ((await this.suppressed.reasonFor(mail.to)) === null) await this.transport.deliver(mail);
  }

  async send(mail: Mail): Promise<void> {
    await this.jobs.enqueue(job, outgoingMailSchema.parse({ ...mail, id: randomUUID() }), { maxAttempts });
  }
}
