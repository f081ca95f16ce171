import { Controller, Get, Headers, Param, ParseUUIDPipe, Query, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { notFound } from '../errors/problem';
import { Public } from '../http/public.decorator';
import { pagePolicyOf } from '../http/security-headers';
import { CapturedMailbox } from './captured-mailbox';
import { MailboxKey, MailboxQuery } from './dto/mailbox-query.dto';
import { MailboxGuard } from './mailbox.guard';
import { mailboxPage, mailPage } from './mailbox-page';

/** Shows captured mail, as pages to people and as JSON to programs. It exists only where mail is captured. */
@ApiExcludeController()
@Controller('api/dev/mailbox')
@Public()
@UseGuards(MailboxGuard)
export class MailboxController {
  constructor(private readonly mailbox: CapturedMailbox) {}

  @Get()
  async list(
    @Query() { to, secret }: MailboxQuery,
    @Headers('accept') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const mails = await this.mailbox.newest(to);
    if (wantsJson(accept)) await reply.send({ mails });
    else await sendPage(reply, mailboxPage(mails, to, secret));
  }

  @Get(':id')
  async one(
    @Param('id', new ParseUUIDPipe({ exceptionFactory: () => notFound() })) id: string,
    @Query() { secret }: MailboxKey,
    @Headers('accept') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const mail = await this.mailbox.find(id);
    if (!mail) throw notFound();
    if (wantsJson(accept)) await reply.send(mail);
    else await sendPage(reply, mailPage(mail, secret));
  }
}

function wantsJson(accept = ''): boolean {
  return accept.includes('application/json') && !accept.includes('text/html');
}

async function sendPage(reply: FastifyReply, html: string): Promise<void> {
  await reply
    .header('Content-Security-Policy', pagePolicyOf(html))
    .header('Cache-Control', 'no-store')
    .header('Vary', 'Accept')
    .type('text/html; charset=utf-8')
    .send(html);
}
