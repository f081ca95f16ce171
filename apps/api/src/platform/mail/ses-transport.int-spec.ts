import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SesTransport } from './ses-transport';
import { isSignedWith } from './testing/aws-signature';

interface Asked {
  method: string | undefined;
  path: string | undefined;
  headers: IncomingHttpHeaders;
  body: unknown;
}

const secret = 'a secret access key';
const mail = { id: randomUUID(), to: 'ada@example.com', subject: 'Bestätigen – ₹1,999', text: 'One\nthree' };

/** What is real: the SDK and HTTP. A server stands for SES: it verifies each request's signature, and keeps the request. */
describe('SesTransport', () => {
  let server: Server;
  let transport: SesTransport;
  let asked: Asked[];
  let answer: { status: number; type: string; body: object };

  beforeAll(() => {
    process.env['AWS_ACCESS_KEY_ID'] = 'test';
    process.env['AWS_SECRET_ACCESS_KEY'] = secret;
  });
  beforeEach(async () => {
    asked = [];
    answer = { status: 200, type: '', body: { MessageId: 'ses-1' } };
    server = createServer((request, response) => {
      void text(request).then((body) => {
        const { method, url: path, headers } = request;
        if (!isSignedWith(secret, request, body)) {
          answer = { status: 403, type: 'SignatureDoesNotMatchException', body: {} };
        }
        asked.push({ method, path, headers, body: JSON.parse(body) as unknown });
        response.writeHead(answer.status, { 'content-type': 'application/json', 'x-amzn-errortype': answer.type });
        response.end(JSON.stringify(answer.body));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const endpoint = `http://127.0.0.1:${port}`;
    const from = 'Canar <hello@canar.example>';
    transport = new SesTransport({ region: 'us-east-1', from, configurationSet: 'cpm-mail', endpoint });
  });
  afterEach(async () => {
    transport.onModuleDestroy();
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  it('sends sender, recipient, both bodies, the id and the configuration set, signed', async () => {
    await transport.deliver({ ...mail, html: '<p>One</p>' });
    const part = (Data: string) => ({ Data, Charset: 'UTF-8' });
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/v2/email/outbound-emails',
        headers: expect.objectContaining({
          authorization: expect.stringMatching(
            /^AWS4-HMAC-SHA256 Credential=test\/\d{8}\/us-east-1\/ses\/aws4_request/,
          ),
        }),
        body: {
          FromEmailAddress: 'Canar <hello@canar.example>',
          Destination: { ToAddresses: ['ada@example.com'] },
          ConfigurationSetName: 'cpm-mail',
          Content: {
            Simple: {
              Subject: part(mail.subject),
              Body: { Text: part(mail.text), Html: part('<p>One</p>') },
              Headers: [
                { Name: 'Auto-Submitted', Value: 'auto-generated' },
                { Name: 'X-Entity-Ref-ID', Value: mail.id },
              ],
            },
          },
        },
      },
    ]);
  });

  it.each(['ada@example.com,eve@example.com', 'ada@example.com;eve@example.com', 'Ada <ada@example.com>', 'ada'])(
    'writes to one address, and never to %s',
    async (to) => {
      await expect(transport.deliver({ ...mail, to })).rejects.toThrow('not one address');
      expect(asked).toEqual([]);
    },
  );

  it.each([
    ['an address that the sandbox does not know', 400, 'MessageRejected'],
    ['an account that is suspended', 400, 'AccountSuspendedException'],
    ['a sender whose domain is not verified', 400, 'MailFromDomainNotVerifiedException'],
    ['sending that is paused', 400, 'SendingPausedException'],
    ['a configuration set that does not exist', 404, 'NotFoundException'],
    ['a day that has used up its quota', 400, 'LimitExceededException'],
    ['too many mails in a second', 429, 'TooManyRequestsException'],
    ['a role that may not send', 403, 'AccessDeniedException'],
    ['a service that is down', 503, 'ServiceUnavailable'],
  ])('fails without naming the recipient, and asks once, for %s', async (_case, status, type) => {
    answer = { status, type, body: { message: 'Email address is not verified: ada@example.com' } };
    const refusal = transport.deliver(mail);
    await expect(refusal).rejects.toThrow(new RegExp(`not taken: ${type} ${status}$`));
    await expect(refusal).rejects.not.toThrow(/ada@example/);
    expect(asked).toHaveLength(1);
  });

  it('fails with a key that Amazon does not know', async () => {
    process.env['AWS_SECRET_ACCESS_KEY'] = 'another key';
    try {
      await expect(transport.deliver(mail)).rejects.toThrow(/not taken: SignatureDoesNotMatchException 403$/);
    } finally {
      process.env['AWS_SECRET_ACCESS_KEY'] = secret;
    }
  });

  it('fails without naming the recipient when nobody answers', async () => {
    server.closeAllConnections();
    server.close();
    await expect(transport.deliver(mail)).rejects.toThrow(/not taken: (?!.*ada@example)/);
    server.listen(0, '127.0.0.1');
  });
});
