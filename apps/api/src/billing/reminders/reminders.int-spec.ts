import { type Person, registerPerson } from '../../auth/testing';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { startTestApp, type TestApp } from '../../test-app';
import { signInAgain, subscribe } from '../testing';
import { mailsTo } from '../../platform/testing/captured-mails';

const day = 86_400;

let test: TestApp;
beforeEach(async () => {
  test = await startTestApp();
});
afterEach(() => test.close());

const remind = () => test.app.get(JobHandlers).work('billing.send-reminders', {});
const noted = () => test.sql<{ days: number }>('SELECT days FROM billing.reminders ORDER BY reminded_at, days');

async function remindersTo({ user }: Person): Promise<string[]> {
  return (await mailsTo(test, user.email)).map(({ subject }) => subject).filter((subject) => subject.includes('Basic'));
}

it('reminds seven days and one day before the end, once, in their language', async () => {
  const [person, hindi] = [await registerPerson(test.app), await registerPerson(test.app, { locale: 'hi' })];
  for (const each of [person, hindi]) await subscribe(each);
  for (const seconds of [23 * day - 1, 1, 3_600, 6 * day - 3_601, 1, 3_600]) {
    test.clock.advance(seconds);
    for (let run = 0; run < 2; run += 1) await remind();
  }
  expect((await noted()).map(({ days }) => days)).toEqual([7, 7, 1, 1]);
  const subject = 'Your Basic plan at Canar ends on 14 February 2026';
  expect(await remindersTo(person)).toEqual([subject, subject]);
  expect((await remindersTo(hindi))[0]).toBe('Canar पर आपका Basic प्लान 14 फ़रवरी 2026 को ख़त्म हो रहा है');
});

it('reminds nobody who has cancelled, has paid ahead or whose time is over', async () => {
  const [cancelled, ahead] = [await registerPerson(test.app), await registerPerson(test.app)];
  for (const person of [cancelled, ahead]) await subscribe(person);
  test.clock.advance(29.5 * day);
  await (await signInAgain(test, cancelled)).api.post('/api/subscription/cancel');
  await subscribe(await signInAgain(test, ahead));
  const over = await registerPerson(test.app);
  await remind();
  expect(await noted()).toEqual([]);
  await subscribe(over);
  test.clock.advance(30.5 * day);
  await remind();
  expect(await noted()).toEqual([]);
});
