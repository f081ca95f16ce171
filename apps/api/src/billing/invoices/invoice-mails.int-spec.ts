import { registerPerson } from '../../auth/testing';
import { eventually } from '../../platform/testing/eventually';
import { startTestApp, type TestApp } from '../../test-app';
import { subscribe } from '../testing';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

it('mails an invoice to who ordered, in their language', async () => {
  const person = await registerPerson(test.app, { locale: 'hi' });
  await subscribe(person);
  const captured = () =>
    test.sql<{ subject: string; body: string; html: string }>(
      `SELECT subject, body, html FROM platform.captured_mails WHERE recipient = $1 AND subject LIKE '%DI/25-26%'`,
      [person.user.email],
    );
  const [mail] = await eventually(captured, (mails) => mails.length === 1);
  expect(mail?.subject).toBe('Canar से आपका इनवॉइस DI/25-26/000001');
  expect(mail?.body).toContain('http://localhost/hi/billing/');
  expect(mail?.html).toContain('Receipt');
});
