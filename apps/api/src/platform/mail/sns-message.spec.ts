import { createSign } from 'node:crypto';
import { selfSignedCertificate } from '../http/self-signed-certificate';
import { SnsMessages } from './sns-message';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:cpm-mail-events';
const CERTIFICATE = 'https://sns.us-east-1.amazonaws.com/SimpleNotificationService-1.pem';
const now = new Date('2026-12-01T10:00:00.000Z');
const amazon = selfSignedCertificate(new Date('2026-01-01T00:00:00Z'));

/** A message as SNS sends it, signed with a key, over what the guide says is signed. */
function signed(changes: Record<string, string> = {}, { key = amazon.key, digest = 'RSA-SHA256' } = {}): string {
  const message: Record<string, string> = {
    Type: 'Notification',
    MessageId: 'a1b2',
    TopicArn: TOPIC,
    Message: '{"eventType":"Bounce"}',
    Timestamp: '2026-12-01T09:59:00.000Z',
    SignatureVersion: '2',
    SigningCertURL: CERTIFICATE,
    ...changes,
  };
  const names = ['Message', 'MessageId', 'Subject', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];
  const content = names.flatMap((name) => (name in message ? [`${name}\n${message[name]}\n`] : [])).join('');
  return JSON.stringify({ ...message, Signature: createSign(digest).update(content).sign(key, 'base64') });
}

/** A receiver that writes down which addresses it asks. */
function receiver() {
  const asked: string[] = [];
  const messages = new SnsMessages(TOPIC, (url) => {
    asked.push(url);
    return Promise.resolve(amazon.cert);
  });
  return { messages, asked };
}

describe('a message of Amazon SNS', () => {
  it.each([
    ['2', 'RSA-SHA256'],
    ['1', 'RSA-SHA1'],
  ])('opens a signed message of version %s', async (SignatureVersion, digest) => {
    const { messages, asked } = receiver();
    const body = signed({ SignatureVersion, Subject: 'Amazon SES' }, { digest });
    await expect(messages.open(body, now)).resolves.toMatchObject({ Message: '{"eventType":"Bounce"}' });
    await messages.open(body, now);
    expect(asked).toEqual([CERTIFICATE]);
  });

  it.each([
    ['no JSON', 'hello', 'mail-event.unreadable'],
    ['without a signature', JSON.stringify({ Type: 'Notification' }), 'mail-event.unreadable'],
    ['of another topic', signed({ TopicArn: `${TOPIC}-of-somebody` }), 'mail-event.topic'],
    ['of another account', signed({ TopicArn: TOPIC.replace('1111', '9999') }), 'mail-event.topic'],
    ['signed by somebody else', signed({}, { key: selfSignedCertificate().key }), 'mail-event.signature'],
    ['changed after it was signed', signed().replace('Bounce', 'Complaint'), 'mail-event.signature'],
    ['repeated after an hour', signed({ Timestamp: '2026-12-01T08:59:00.000Z' }), 'mail-event.old'],
  ])('rejects a message that is %s', async (_case, body, code) => {
    await expect(receiver().messages.open(body, now)).rejects.toMatchObject({ code });
  });

  it.each([
    'https://sns.us-east-1.amazonaws.com.evil.example/x.pem',
    'https://evil.example/x.pem',
    'http://sns.us-east-1.amazonaws.com/x.pem',
    'https://sns.eu-west-1.amazonaws.com/x.pem',
    'https://sns.us-east-1.amazonaws.com/?Action=Publish',
    'https://user@sns.us-east-1.amazonaws.com/x.pem',
  ])('fetches no certificate from %s', async (SigningCertURL) => {
    const { messages, asked } = receiver();
    await expect(messages.open(signed({ SigningCertURL }), now)).rejects.toMatchObject({
      code: 'mail-event.certificate',
    });
    expect(asked).toEqual([]);
  });

  it('rejects a message whose certificate has expired', async () => {
    const later = new Date('2036-02-01T00:00:00.000Z');
    const body = signed({ Timestamp: later.toISOString() });
    await expect(receiver().messages.open(body, later)).rejects.toMatchObject({ code: 'mail-event.certificate' });
  });

  it('confirms a subscription at Amazon and nowhere else', async () => {
    const { messages, asked } = receiver();
    const SubscribeURL = 'https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&Token=t';
    await messages.confirm({ SubscribeURL });
    await expect(messages.confirm({ SubscribeURL: 'https://evil.example/' })).rejects.toThrow();
    expect(asked).toEqual([SubscribeURL]);
  });
});
