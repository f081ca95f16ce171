import { createVerify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { problem } from '../errors/problem';

/** Why a message is rejected; it has no effect. */
const refusals = {
  unreadable: problem('invalid', 'mail-event.unreadable', 'The message is not one of Amazon SNS.'),
  topic: problem('invalid', 'mail-event.topic', 'The message is of another topic.'),
  certificate: problem('invalid', 'mail-event.certificate', "The message's certificate is not Amazon's."),
  signature: problem('invalid', 'mail-event.signature', "The message's signature is invalid."),
  old: problem('invalid', 'mail-event.old', 'The message was sent more than an hour ago.'),
};

const MAX_AGE_MS = 3_600_000;

const signed = {
  MessageId: z.string(),
  TopicArn: z.string(),
  Message: z.string(),
  Timestamp: z.iso.datetime(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string(),
  SigningCertURL: z.url(),
};
const confirmation = { Token: z.string(), SubscribeURL: z.url() };
const message = z.discriminatedUnion('Type', [
  z.object({ Type: z.literal('Notification'), Subject: z.string().optional(), ...signed }),
  z.object({ Type: z.literal('SubscriptionConfirmation'), ...signed, ...confirmation }),
  z.object({ Type: z.literal('UnsubscribeConfirmation'), ...signed, ...confirmation }),
]);

/** A message of Amazon SNS, as it comes by HTTPS. */
export type SnsMessage = z.output<typeof message>;

/**
 * Reads messages of one topic of Amazon SNS and believes none whose signature does not prove it
 * (SNS Developer Guide, "Verifying the signatures of Amazon SNS messages").
 */
export class SnsMessages {
  private readonly certificates = new Map<string, Promise<X509Certificate>>();
  private readonly host: string;

  /**
   * @param topicArn the one topic whose messages are taken
   * @param fetchText what answers at an https address
   */
  constructor(
    private readonly topicArn: string,
    private readonly fetchText: (url: string) => Promise<string>,
  ) {
    this.host = `sns.${topicArn.split(':')[3]}.amazonaws.com`;
  }

  /**
   * The message in a body.
   * @throws {DomainError} when it is unreadable, of another topic, too old, or not signed by Amazon
   */
  async open(body: string, now: Date): Promise<SnsMessage> {
    const read = message.safeParse(parsed(body));
    if (!read.success) throw refusals.unreadable();
    const { data } = read;
    if (data.TopicArn !== this.topicArn) throw refusals.topic();
    if (Math.abs(now.getTime() - Date.parse(data.Timestamp)) > MAX_AGE_MS) throw refusals.old();
    const certificate = await this.certificateAt(data.SigningCertURL);
    if (Date.parse(certificate.validTo) < now.getTime()) throw refusals.certificate();
    const verify = createVerify(data.SignatureVersion === '2' ? 'RSA-SHA256' : 'RSA-SHA1').update(contentOf(data));
    if (!verify.verify(certificate.publicKey, data.Signature, 'base64')) throw refusals.signature();
    return data;
  }

  /** Tells SNS that the topic's messages may come. @throws {DomainError} when the address is not Amazon's */
  async confirm({ SubscribeURL }: { SubscribeURL: string }): Promise<void> {
    if (!this.isOurs(SubscribeURL)) throw refusals.certificate();
    await this.fetchText(SubscribeURL);
  }

  private certificateAt(url: string): Promise<X509Certificate> {
    if (!this.isOurs(url) || !new URL(url).pathname.endsWith('.pem')) throw refusals.certificate();
    const known = this.certificates.get(url);
    if (known) return known;
    const fetched = this.fetchText(url).then((pem) => new X509Certificate(pem));
    this.certificates.clear(); // one is in use at a time
    this.certificates.set(url, fetched);
    fetched.catch(() => this.certificates.delete(url));
    return fetched;
  }

  private isOurs(url: string): boolean {
    const { protocol, host, username } = new URL(url);
    return protocol === 'https:' && host === this.host && username === '';
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What is signed: the names in this order, each with its value, a line each. */
function contentOf(data: SnsMessage): string {
  const names =
    data.Type === 'Notification'
      ? ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
      : ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];
  const values = data as unknown as Record<string, string | undefined>;
  return names.flatMap((name) => (values[name] === undefined ? [] : [`${name}\n${values[name]}\n`])).join('');
}
