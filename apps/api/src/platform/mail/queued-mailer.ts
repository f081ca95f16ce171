import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../jobs/job-handlers';
import { Jobs } from '../jobs/jobs';
import { type Mail, outgoingMailSchema } from './mail';
import { MailTransport } from './mail-transport';
import { Mailer } from './mailer';

const job = 'mail.send';
const maxAttempts = 12; // about 15 hours with the queue's growing pauses

/** Sends mail by a durable job, enqueued in the caller's transaction and worked through the transport. */
@Injectable()
export class QueuedMailer extends Mailer implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly transport: MailTransport,
  ) {
    super();
  }

  onModuleInit(): void {
    this.handlers.register(job, outgoingMailSchema, (mail) => this.transport.deliver(mail));
  }

  async send(mail: Mail): Promise<void> {
    await this.jobs.enqueue(job, outgoingMailSchema.parse({ ...mail, id: randomUUID() }), { maxAttempts });
  }
}
