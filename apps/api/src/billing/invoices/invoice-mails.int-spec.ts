import { registerPerson } from '../../auth/testing';
import { startTestApp, type TestApp } from '../../test-app';
import { subscribe } from '../testing';
import { mailsTo } from '../../platform/testing/captured-mails';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

it('mails an invoice to who ordered, in their language', async () => {
  const person = await registerPerson(test.app, { locale: 'hi' });
  await subscribe(person);
  const mail = (await mailsTo(test, person.user.email)).find(({ subject }) => subject.includes('DI/25-26'));
  expect(mail?.subject).toBe('Canar से आपका इनवॉइस DI/25-26/000001');
  expect(mail?.body).toContain('http://localhost/hi/billing/');
  expect(mail?.html).toContain('Receipt');
});
