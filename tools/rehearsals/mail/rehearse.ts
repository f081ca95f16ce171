import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Moto } from '../aws/moto';
import { BuiltApi } from '../built-api';

const TIMEOUT_MS = 120_000;
const SENDER = 'hello@canar.dev';
const PERSON = { email: 'asha@example.in', password: 'a quiet bird on paper', name: 'Asha Rao' };
const aws = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'rehearsal', AWS_SECRET_ACCESS_KEY: 'rehearsal' };

const storedByMoto = z.object({
  ses: z.object({
    Message: z.array(
      z.object({
        source: z.string(),
        subject: z.string(),
        body: z.string(),
        destinations: z.object({ ToAddresses: z.array(z.string()) }),
      }),
    ),
  }),
});

/** Sends the mail of a registration from the built API to moto's SES: rejected while its sender is not verified, then sent. */
async function main(): Promise<void> {
  const moto = await Moto.start();
  if (moto === null) {
    return console.log("Mail rehearsal SKIPPED: moto_server is not installed: python3 -m pip install 'moto[server]'");
  }
  const sender = { MAIL: 'ses', MAIL_FROM: `Canar <${SENDER}>`, SES_ENDPOINT: moto.endpoint };
  const api = await BuiltApi.start({ PUBLIC_URL: 'http://localhost', ...sender, ...aws });
  try {
    await rehearse(moto, api);
  } finally {
    await api.stop();
    await moto.stop();
  }
}

async function rehearse({ endpoint }: Moto, api: BuiltApi): Promise<void> {
  const origin = `http://127.0.0.1:${api.port}`;
  await until('the API listens', async () => {
    if (api.hasEnded) throw new Error('The API ended.');
    return (await fetch(`${origin}/api/health/live`).catch(() => null))?.ok === true;
  });
  const { status } = await fetch(`${origin}/api/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(PERSON),
  });
  if (status !== 201) throw new Error(`The registration answered ${status}.`);
  await until('SES rejects the mail of a sender that is not verified', async () => (await rejections(endpoint)) > 0);
  if ((await messages(endpoint)).length > 0) throw new Error('A mail of a sender that is not verified was sent.');
  await ses(endpoint, { Action: 'VerifyEmailIdentity', EmailAddress: SENDER });
  await until('SES takes it once the sender is verified', async () => (await messages(endpoint)).length > 0);
  const [mail, ...others] = await messages(endpoint);
  if (!mail || others.length > 0) throw new Error(`${others.length + 1} mails were sent instead of one.`);
  console.log(`  ${mail.source} → ${mail.destinations.ToAddresses.join()}: ${mail.subject}`);
  if (mail.destinations.ToAddresses.join() !== PERSON.email || !/#token=[\w-]{43}/.test(mail.body)) {
    throw new Error(`The mail is not the one of the registration: ${JSON.stringify(mail)}`);
  }
}

/** How many mails SES has rejected. */
async function rejections(endpoint: string): Promise<number> {
  const statistics = await ses(endpoint, { Action: 'GetSendStatistics' });
  return [...statistics.matchAll(/<Rejects>(\d+)</g)].reduce((sum, [, count]) => sum + Number(count), 0);
}

async function messages(endpoint: string) {
  const answer = await fetch(`${endpoint}/moto-api/data.json`);
  return storedByMoto.parse(await answer.json()).ses.Message;
}

/** Asks the first version of SES's interface, in which addresses are verified and mails are counted. */
async function ses(endpoint: string, parameters: Record<string, string>): Promise<string> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: 'AWS4-HMAC-SHA256 Credential=rehearsal/20260101/us-east-1/email/aws4_request',
    },
    body: new URLSearchParams({ ...parameters, Version: '2010-12-01' }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`moto fails at ${parameters['Action']}: ${text}`);
  return text;
}

/** Asks again and again. @throws {Error} when the statement does not become true within two minutes */
async function until(statement: string, ask: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + TIMEOUT_MS; Date.now() < deadline; await pause(200)) {
    if (await ask()) return console.log(`  ✓ ${statement}`);
  }
  throw new Error(`Not within ${TIMEOUT_MS / 1000} s: ${statement}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
