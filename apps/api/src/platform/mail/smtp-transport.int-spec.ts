import { randomUUID } from 'node:crypto';
import { freePort } from '@canar/test-programs';
import { startSmtp, type TestSmtp } from '../testing/smtp-server';
import { SmtpTransport } from './smtp-transport';

const from = 'Canar <hello@canar.example>';

/** What is real: nodemailer and the SMTP conversation over a socket. */
describe('SmtpTransport', () => {
  let server: TestSmtp;
  let transport: SmtpTransport;
  const mail = { id: randomUUID(), to: 'ada@example.com', subject: 'Bestätigen – ₹1,999', text: 'One\n.two\nthree' };

  beforeEach(async () => {
    server = await startSmtp();
    transport = new SmtpTransport(server.url, from);
  });
  afterEach(async () => {
    transport.onModuleDestroy();
    await server.stop();
  });

  it('sends sender, recipient, both bodies and a stable id', async () => {
    await transport.deliver({ ...mail, html: '<p>One</p>' });
    await transport.deliver({ ...mail, html: '<p>One</p>' });
    const [first, second] = server.received;
    expect(first).toMatchObject({ sender: 'hello@canar.example', recipients: ['ada@example.com'] });
    expect(first?.message).toContain('From: Canar <hello@canar.example>');
    expect(first?.message).toContain('multipart/alternative');
    expect(first?.message).toContain('.two');
    for (const one of [first, second]) expect(one?.message).toContain(`Message-ID: <${mail.id}@canar.example>`);
  });

  it('writes to one recipient, whatever commas the address holds', async () => {
    await transport.deliver({ ...mail, to: 'ada@example.com,eve@example.com' });
    expect(server.received.map(({ recipients }) => recipients)).toEqual([['"ada@example.com,eve"@example.com']]);
  });

  it('fails without naming the recipient when the server rejects the mail', async () => {
    server.answerToRecipients('550 <ada@example.com> is unknown');
    const refusal = transport.deliver(mail);
    await expect(refusal).rejects.toThrow(/not taken: EENVELOPE 550/);
    await expect(refusal).rejects.not.toThrow(/ada@example/);
    expect(server.received).toEqual([]);
  });

  it('fails when no server listens', async () => {
    const astray = new SmtpTransport(`smtp://127.0.0.1:${await freePort()}`, from);
    await expect(astray.deliver(mail)).rejects.toThrow(/ESOCKET|ECONNREFUSED|ECONNECTION/);
  });
});
