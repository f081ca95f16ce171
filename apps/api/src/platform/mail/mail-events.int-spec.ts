import { createSign } from 'node:crypto';
import { startTestApp, type TestApp } from '../../test-app';
import { UnitOfWork } from '../database/unit-of-work';
import { selfSignedCertificate } from '../http/self-signed-certificate';
import { mailsTo } from '../testing/captured-mails';
import { Mailer } from './mailer';
import { SuppressedAddresses } from './suppressed-addresses';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:cpm-mail-events';
const SUBSCRIBE = 'https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription';
const amazon = selfSignedCertificate(new Date('2026-01-01T00:00:00Z'));

/** What is real: PostgreSQL, the queue, the API, the signatures. Amazon's certificate is ours. */
describe('events of mail', () => {
  let test: TestApp;
  let fetched: string[];

  const tell = async (event: object, changes: Record<string, string> = {}) => {
    const message: Record<string, string> = {
      Type: 'Notification',
      MessageId: 'a1b2',
      TopicArn: TOPIC,
      Message: JSON.stringify(event),
      Timestamp: test.clock.now().toISOString(),
      SignatureVersion: '2',
      SigningCertURL: 'https://sns.us-east-1.amazonaws.com/1.pem',
      ...changes,
    };
    const names = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];
    const content = names.flatMap((name) => (name in message ? [`${name}\n${message[name]}\n`] : [])).join('');
    const Signature = createSign('RSA-SHA256').update(content).sign(amazon.key, 'base64');
    const { statusCode } = await test.app.inject({
      method: 'POST',
      url: '/api/mail/events',
      headers: { 'content-type': 'text/plain; charset=UTF-8' },
      payload: JSON.stringify({ ...message, Signature }),
    });
    return statusCode;
  };
  const bounce = (emailAddress: string) => ({
    eventType: 'Bounce',
    bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress }] },
  });
  const complaint = (emailAddress: string) => ({
    eventType: 'Complaint',
    complaint: { complainedRecipients: [{ emailAddress }] },
  });
  const suppressed = () => test.app.get(SuppressedAddresses);

  beforeAll(async () => {
    fetched = [];
    jest.spyOn(globalThis, 'fetch').mockImplementation((url) => {
      fetched.push(String(url));
      return Promise.resolve(new Response(amazon.cert));
    });
    test = await startTestApp({ SES_EVENTS_TOPIC: TOPIC });
  });
  afterAll(async () => {
    await test.close();
    jest.restoreAllMocks();
  });

  it('suppresses an address after a bounce, in any case; a complaint outweighs it', async () => {
    expect(await tell(bounce('Ada@Example.com'))).toBe(204);
    expect(await suppressed().reasonFor('ada@example.com')).toBe('bounce');
    expect(await tell(complaint('ada@example.com'))).toBe(204);
    expect(await tell(bounce('ada@example.com'))).toBe(204);
    expect(await suppressed().reasonFor('ADA@example.com')).toBe('complaint');
  });

  it('sends no mail to a suppressed address, and mail to every other', async () => {
    await tell(bounce('gone@example.com'));
    const send = (to: string) =>
      test.app.get(UnitOfWork).run('global', () => test.app.get(Mailer).send({ to, subject: 'Hello', text: 'Hello' }));
    await send('gone@example.com');
    await send('there@example.com');
    expect(await mailsTo(test, 'gone@example.com')).toEqual([]);
    expect(await mailsTo(test, 'there@example.com')).toHaveLength(1);
  });

  it('lifts a bounce alone, and a complaint alone', async () => {
    await tell(bounce('one@example.com'));
    await tell(complaint('two@example.com'));
    for (const address of ['one@example.com', 'two@example.com']) await suppressed().liftBounce(address);
    expect(await suppressed().reasonFor('one@example.com')).toBeNull();
    expect(await suppressed().reasonFor('two@example.com')).toBe('complaint');
    await suppressed().liftComplaint('two@example.com');
    expect(await suppressed().reasonFor('two@example.com')).toBeNull();
  });

  it('confirms the subscription of its own topic and rejects that of another', async () => {
    const confirmation = { Type: 'SubscriptionConfirmation', Token: 't', SubscribeURL: SUBSCRIBE };
    expect(await tell({}, confirmation)).toBe(204);
    expect(await tell({}, { ...confirmation, TopicArn: `${TOPIC}-2`, SubscribeURL: `${SUBSCRIBE}&2` })).toBe(400);
    expect(fetched.filter((url) => url.startsWith(SUBSCRIBE))).toEqual([SUBSCRIBE]);
  });

  it('ignores mail events of a stranger', async () => {
    const stranger = { SigningCertURL: 'https://evil.example/1.pem' };
    expect(await tell(bounce('victim@example.com'), stranger)).toBe(400);
    expect(await suppressed().reasonFor('victim@example.com')).toBeNull();
  });

  it('serves no address for mail events unless SES sends the mail', async () => {
    const without = await startTestApp();
    try {
      const { statusCode } = await without.app.inject({ method: 'POST', url: '/api/mail/events', payload: {} });
      expect(statusCode).toBe(404);
    } finally {
      await without.close();
    }
  });
});
