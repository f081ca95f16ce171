import { Actor } from '@canar/actor';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { test } from './fixtures';

/** A new person with a verified address, signed in to the browser context of these requests. */
async function verifiedPerson(request: APIRequestContext): Promise<void> {
  const actor = new Actor(process.env['CANAR_E2E_URL'] ?? '');
  await actor.register();
  const token = await verificationToken(request, actor.email);
  expect((await request.post('/api/auth/verify-email', { data: { token } })).status()).toBe(204);
  const { email, password } = actor.account;
  expect((await request.post('/api/login', { data: { email, password } })).status()).toBe(200);
}

/** The token of the mailed link that verifies an address. */
async function verificationToken(request: APIRequestContext, email: string): Promise<string> {
  let token: string | undefined;
  const look = async () => {
    const headers = { accept: 'application/json' };
    const mailbox = await request.get('/api/dev/mailbox', { params: { to: email }, headers });
    token = /verify-email\/#token=([\w-]+)/.exec(await mailbox.text())?.[1];
    return token;
  };
  await expect.poll(look).toBeTruthy();
  return token ?? '';
}

/** Gives the page an authenticator in software that verifies its person at once, as a phone does after a fingerprint. */
async function plugInAuthenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('adds a passkey and signs in with it, by autofill and by the button', async ({ page, context }) => {
  await verifiedPerson(page.request);
  await plugInAuthenticator(page);
  await page.goto('/settings/');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('My phone');
  await dialog.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('button', { name: 'Remove My phone' })).toBeVisible();

  await context.clearCookies();
  await page.goto('/sign-in/');
  await page.waitForURL('**/profiles/');

  await context.clearCookies();
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
  await page.goto('/sign-in/');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/profiles/');
});
