import { RecoveryTest } from '../recovery/testing';
import { mailedTokens, type Person, registerPerson } from '../testing';
import { emailChanges, newAddress } from './testing';

/** What is real: two processes of the API over PostgreSQL, with jobs and captured mails. The clock stands still unless moved. */
let recovery: RecoveryTest;
beforeAll(async () => {
  recovery = await RecoveryTest.start();
});
afterAll(() => recovery.close());

const { as, verifiedPerson, request, confirm, confirmToken, undo, undoToken, signInStatus, moved } = emailChanges(
  () => recovery,
);
const outcome = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']];
const pendingOf = async (person: Person) => (await as(person).get('/api/auth/email-change')).body['pending'];
const confirmPerson = (person: Person) => as(person).post('/api/auth/confirm', { body: { password: person.password } });
const userOf = async (person: Person) => (await person.api.get('/api/user')).body;
const actsOf = async (person: Person) =>
  (await recovery.api.sql<{ act: string }>('SELECT act FROM auth.audit WHERE user_id = $1', [person.user.id])).map(
    ({ act }) => act,
  );

describe('asking for another address', () => {
  it('needs a verified address and a recent proof that it is the person', async () => {
    const unverified = await registerPerson(recovery.api.app);
    expect(outcome(await request(unverified, newAddress()))).toEqual([403, 'email.unverified']);
    const person = await verifiedPerson();
    recovery.api.clock.advance(601);
    expect(outcome(await request(person, newAddress()))).toEqual([403, 'confirmation.required']);
    await confirmPerson(person);
    expect((await request(person, newAddress())).status).toBe(201);
  });

  it('leaves the old address in force until the new one is confirmed', async () => {
    const person = await verifiedPerson();
    const to = newAddress();
    expect((await request(person, to)).body).toMatchObject({ email: to });
    expect(await pendingOf(person)).toMatchObject({ email: to });
    expect(await userOf(person)).toMatchObject({ email: person.user.email, emailVerified: true });
    expect([await signInStatus(person, to), await signInStatus(person, person.user.email)]).toEqual([401, 200]);
    expect((await confirm(await confirmToken(to))).status).toBe(204);
    expect([await signInStatus(person, to), await signInStatus(person, person.user.email)]).toEqual([200, 401]);
    expect(await userOf(person)).toMatchObject({ email: to, emailVerified: true });
    expect(await pendingOf(person)).toBeNull();
  });

  it('writes to both addresses in the language of the person and notes each act', async () => {
    const person = await verifiedPerson({ locale: 'hi' });
    const to = newAddress();
    await request(person, to);
    const token = await confirmToken(to);
    expect(await recovery.subjectsTo(to)).toEqual(['Canar के लिए अपने नए पते की पुष्टि कीजिए']);
    expect(await recovery.subjectsTo(person.user.email)).toContain('आपके Canar खाते का पता बदलने को कहा गया है');
    await confirm(token);
    expect(await recovery.subjectsTo(person.user.email)).toContain('आपके Canar खाते का पता बदल गया है');
    await undo(await undoToken(person.user.email, 2));
    expect(await recovery.subjectsTo(to)).toContain('यह पता अब किसी Canar खाते का नहीं है');
    expect(await actsOf(person)).toEqual(
      expect.arrayContaining([
        'account.email-change-requested',
        'account.email-changed',
        'account.email-change-undone',
      ]),
    );
  });

  it('rejects the address of the account itself, however it is written', async () => {
    const person = await verifiedPerson();
    expect(outcome(await request(person, person.user.email.toUpperCase()))).toEqual([400, 'email-change.same']);
  });

  it('mails no more than five addresses at once, and one an hour after', async () => {
    const person = await verifiedPerson();
    for (let time = 0; time < 5; time += 1) expect((await request(person, newAddress())).status).toBe(201);
    expect(outcome(await request(person, newAddress()))).toEqual([429, 'email-change.too-many']);
    recovery.api.clock.advance(3_600);
    await confirmPerson(person);
    expect((await request(person, newAddress())).status).toBe(201);
  });
});

describe('the link to the new address', () => {
  it('works once, for an hour, and not after a later request or a cancellation', async () => {
    const person = await verifiedPerson();
    const [first, second, third] = [newAddress(), newAddress(), newAddress()];
    await request(person, first);
    const replaced = await confirmToken(first);
    await request(person, second);
    const cancelled = await confirmToken(second);
    expect((await confirm(replaced)).status).toBe(401);
    expect((await as(person).send('DELETE', '/api/auth/email-change')).status).toBe(204);
    expect((await confirm(cancelled)).status).toBe(401);
    await request(person, third);
    const late = await confirmToken(third);
    recovery.api.clock.advance(3_601);
    expect((await confirm(late)).status).toBe(401);
    expect(await pendingOf(person)).toBeNull();
    const { to } = await moved();
    expect((await confirm(await confirmToken(to))).status).toBe(401);
  });

  it('voids the link to the new address when the password changes', async () => {
    const person = await verifiedPerson();
    const to = newAddress();
    await request(person, to);
    const token = await confirmToken(to);
    await recovery.reset(await recovery.resetToken(person));
    expect((await confirm(token)).status).toBe(401);
    const [row] = await recovery.api.sql('SELECT email FROM auth.users WHERE id = $1', [person.user.id]);
    expect(row).toEqual({ email: person.user.email });
  });

  it('voids the links that were mailed to the old address before', async () => {
    const person = await verifiedPerson();
    const reset = await recovery.resetToken(person);
    const to = newAddress();
    await request(person, to);
    await confirm(await confirmToken(to));
    expect((await recovery.reset(reset)).status).toBe(401);
  });
});

describe('an address that belongs to somebody else', () => {
  it('answers as for a free address, mails its owner and changes nothing', async () => {
    const [person, owner] = [await verifiedPerson(), await verifiedPerson()];
    const free = await request(person, newAddress());
    const taken = await request(person, owner.user.email);
    expect(taken.status).toBe(free.status);
    expect(Object.keys(taken.body)).toEqual(Object.keys(free.body));
    expect(await pendingOf(person)).toMatchObject({ email: owner.user.email });
    expect(await recovery.subjectsTo(owner.user.email)).toContain('Somebody wanted to use your address for Canar');
    expect(await mailedTokens(recovery.api, owner.user.email, '/change-email/', 0)).toEqual([]);
    expect(await signInStatus(owner, owner.user.email)).toBe(200);
  });

  it('loses to an account that is registered with the address before it is confirmed', async () => {
    const person = await verifiedPerson();
    const to = newAddress();
    await request(person, to);
    const token = await confirmToken(to);
    const owner = await registerPerson(recovery.api.app, { email: to });
    expect((await confirm(token)).status).toBe(401);
    expect(await userOf(person)).toMatchObject({ email: person.user.email });
    expect(await signInStatus(owner, to)).toBe(200);
  });

  it('goes to one of two persons who confirm it at once', async () => {
    const [one, other] = [await verifiedPerson(), await verifiedPerson()];
    const to = newAddress();
    for (const person of [one, other]) await request(person, to);
    const tokens = await mailedTokens(recovery.api, to, '/change-email/', 2);
    const answers = await Promise.all(tokens.map(confirm));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
  });
});
