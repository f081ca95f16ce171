import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '../database/unit-of-work';
import { ApiCaller } from '../testing/api-caller';
import { eventually } from '../testing/eventually';
import { startSmtp } from '../testing/smtp-server';
import { startTestApp, testEnv, type TestApp } from '../../test-app';
import type { CapturedMail } from './captured-mailbox';
import { MailModule } from './mail.module';
import { MailTransport } from './mail-transport';
import { Mailer } from './mailer';

const address = '/api/dev/mailbox';
const welcome = { to: 'Ada@example.com', subject: 'Welcome', text: 'Confirm: https://canar.example/verify?t=1&u=2' };

/** What is real: PostgreSQL, the queue, the API, and an SMTP conversation. */
describe('mail', () => {
  let test: TestApp;
  let program: ApiCaller;
  let browser: ApiCaller;

  const send = (app: TestApp, mail: typeof welcome) =>
    app.app.get(UnitOfWork).run('global', () => app.app.get(Mailer).send(mail));
  const mailsTo = async (to: string): Promise<CapturedMail[]> =>
    (await program.get<{ mails: CapturedMail[] }>(`${address}?to=${encodeURIComponent(to)}`)).body.mails;
  const firstTo = async (to: string) =>
    (
      await eventually(
        () => mailsTo(to),
        (mails) => mails.length > 0,
      )
    )[0] as CapturedMail;

  beforeAll(async () => {
    test = await startTestApp();
    program = new ApiCaller(test.app, { accept: 'application/json' });
    browser = new ApiCaller(test.app, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
  });
  afterAll(() => test.close());

  it('delivers mail to the mailbox once its unit of work has committed', async () => {
    await send(test, welcome);
    expect(await firstTo('ada@EXAMPLE.com')).toMatchObject({ ...welcome, html: null });
  });

  it('sends no mail when its unit of work rolls back', async () => {
    const failing = test.app.get(UnitOfWork).run('global', async () => {
      await test.app.get(Mailer).send({ ...welcome, to: 'nobody@example.com' });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await expect(test.app.get(Mailer).send(welcome)).rejects.toThrow(/unit of work/);
    const waiting = await test.sql(`SELECT 1 FROM graphile_worker._private_jobs WHERE payload::text LIKE '%nobody@%'`);
    expect(waiting).toEqual([]);
    await expect(mailsTo('nobody@example.com')).resolves.toEqual([]);
  });

  it('stores a mail once for repeated deliveries', async () => {
    const mail = { ...welcome, to: 'twice@example.com', id: randomUUID() };
    await test.app.get(MailTransport).deliver(mail);
    await test.app.get(MailTransport).deliver(mail);
    await expect(mailsTo('twice@example.com')).resolves.toHaveLength(1);
  });

  it.each([
    ['a recipient', { to: 'a@b.c\r\nBcc: eve@example.com' }],
    ['a subject', { subject: 'Hi\nBcc: eve@example.com' }],
  ])('rejects %s of several lines in a mail', async (_, fault) => {
    await expect(send(test, { ...welcome, ...fault })).rejects.toThrow();
  });

  it('renders mail without script, as escaped text with links', async () => {
    const sly = '<script>alert(1)</script>"\'&';
    await send(test, { to: 'sly@example.com', subject: sly, text: `${sly} ${welcome.text}` });
    const mail = await firstTo('sly@example.com');
    const pages = [await browser.get(address), await browser.get(`${address}/${mail.id}`)];
    for (const { status, headers, text } of pages) {
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
      expect(text).not.toContain('<script');
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;');
    }
    expect(pages[1]?.text).toContain('<a href="https://canar.example/verify?t=1&amp;u=2" rel="noreferrer">');
    const filtered = await browser.get(`${address}?to=${encodeURIComponent(sly)}`);
    expect(filtered.text).not.toContain('<script');
    expect(filtered.text).toContain('No mail yet.');
  });

  it('answers an unknown mail with 404 and a wrong query with 400', async () => {
    for (const id of [randomUUID(), 'x', '%00']) expect((await program.get(`${address}/${id}`)).status).toBe(404);
    for (const query of ['from=x', 'to=a&to=b', `to=${'x'.repeat(300)}`]) {
      expect((await program.get(`${address}?${query}`)).status).toBe(400);
    }
  });

  it('lets the application neither change nor delete captured mail', async () => {
    const change = (sql: string) => test.app.get(UnitOfWork).run('global', () => test.app.get(UnitOfWork).query(sql));
    await expect(change('DELETE FROM platform.captured_mails')).rejects.toThrow(/permission denied/);
    await expect(change(`UPDATE platform.captured_mails SET body = ''`)).rejects.toThrow(/permission denied/);
  });
});

describe('mail with an SMTP server', () => {
  it('sends mail to the SMTP server by a job, and serves no mailbox page', async () => {
    const server = await startSmtp();
    const test = await startTestApp({ SMTP_URL: server.url, MAIL_FROM: 'Canar <hello@canar.example>' });
    try {
      await test.app.get(UnitOfWork).run('global', () => test.app.get(Mailer).send(welcome));
      const received = await eventually(
        () => Promise.resolve(server.received),
        (mails) => mails.length > 0,
      );
      expect(received).toMatchObject([{ sender: 'hello@canar.example', recipients: ['Ada@example.com'] }]);
      expect((await new ApiCaller(test.app).get(address)).status).toBe(404);
    } finally {
      await test.close();
      await server.stop();
    }
  });
});

describe('the captured mailbox in production', () => {
  const secret = 'what the launcher has printed, 32 characters';

  it('serves a mailbox page only where mail is captured', () => {
    const captured = testEnv({ DATABASE_URL: 'postgresql://a:b@localhost/c' });
    expect(MailModule.with(captured).controllers).toHaveLength(1);
    for (const MAIL of ['smtp', 'ses'] as const) {
      expect(MailModule.with({ ...captured, MAIL, SMTP_URL: 'smtps://mail' }).controllers).toEqual([]);
    }
  });

  it('opens captured mail in production only with its secret, also in its links', async () => {
    const demonstration = { NODE_ENV: 'production', CANAR_DEMO: 'true', REDIS_URL: 'redis://127.0.0.1:1' };
    const test = await startTestApp({ ...demonstration, RATE_LIMITS: 'standard', MAILBOX_SECRET: secret });
    try {
      await test.app.get(MailTransport).deliver({ ...welcome, id: randomUUID() });
      const browser = new ApiCaller(test.app, { accept: 'text/html' });
      for (const wrong of [address, `${address}?secret=`, `${address}?secret=x`, `${address}/${randomUUID()}`]) {
        expect((await browser.get(wrong)).status).toBe(404);
      }
      const list = await browser.get(`${address}?secret=${encodeURIComponent(secret)}`);
      const [, link = ''] = /href="([^"]+secret=[^"]+)"/.exec(list.text) ?? [];
      const mail = await browser.get(link.replaceAll('&amp;', '&'));
      expect([list.status, mail.status]).toEqual([200, 200]);
      expect(mail.text).toContain(welcome.subject);
    } finally {
      await test.close();
    }
  });

  it('opens captured mail to nobody without a secret, in development to localhost', async () => {
    const test = await startTestApp();
    try {
      const from = async (remoteAddress: string) => (await test.app.inject({ url: address, remoteAddress })).statusCode;
      expect([await from('127.0.0.1'), await from('::1'), await from('192.168.1.7')]).toEqual([200, 200, 404]);
    } finally {
      await test.close();
    }
  });
});
