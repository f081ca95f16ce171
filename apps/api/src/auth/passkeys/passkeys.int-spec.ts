import { startTestApp, type TestApp } from '../../test-app';
import { type Person, registerPerson } from '../testing';
import { type Altered, outcome, passkeysOf, SoftwareAuthenticator } from './testing';
import { mailsTo } from '../../platform/testing/captured-mails';

/** What is real: the API over PostgreSQL. The authenticator is software, and so is the browser in front of it. */
let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ AUTH_STRATEGY: 'hybrid' });
});
afterAll(() => test.close());

const { as, verifiedPerson, askedToMake, askedToSign, add, listOf, withPasskey, signIn } = passkeysOf(() => test);

describe('adding a passkey', () => {
  it('needs a verified address and a recent proof that it is the person', async () => {
    const unverified = await registerPerson(test.app);
    const options = (person: Person) => as(person).post('/api/auth/passkeys/options');
    expect(await outcome(options(unverified))).toEqual([403, 'email.unverified']);
    const person = await verifiedPerson();
    const made = new SoftwareAuthenticator().make(await askedToMake(person));
    test.clock.advance(601);
    expect(await outcome(options(person))).toEqual([403, 'confirmation.required']);
    expect(await outcome(add(person, made))).toEqual([403, 'confirmation.required']);
  });

  it('asks for a discoverable passkey that verifies the person, of this host', async () => {
    const { person, authenticator } = await withPasskey();
    expect(await askedToMake(person)).toMatchObject({
      rp: { id: 'localhost' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: authenticator.credentialId }],
    });
    expect(await askedToSign()).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(await askedToSign()).not.toHaveProperty('allowCredentials');
  });

  it.each<[string, Altered]>([
    ['another origin', { origin: 'https://canar.example' }],
    ['another host', { rpId: 'canar.example' }],
    ['another challenge', { challenge: 'aaaa' }],
    ['no verification of the person', { userVerified: false }],
    ['the type of a sign-in', { type: 'webauthn.get' }],
  ])('rejects a passkey that was made with %s', async (_, altered) => {
    const person = await verifiedPerson();
    const made = new SoftwareAuthenticator().make(await askedToMake(person), altered);
    expect(await outcome(add(person, made))).toEqual([400, 'passkey.rejected']);
    expect((await listOf(person)).passkeys).toEqual([]);
  });

  it('rejects a challenge that was used, has expired or was made for somebody else', async () => {
    const [person, other] = [await verifiedPerson(), await verifiedPerson()];
    const asked = await askedToMake(person);
    expect((await add(person, new SoftwareAuthenticator().make(asked))).status).toBe(201);
    const again = new SoftwareAuthenticator().make(asked);
    expect(await outcome(add(person, again))).toEqual([400, 'passkey.rejected']);
    const foreign = new SoftwareAuthenticator().make(await askedToMake(other));
    expect(await outcome(add(person, foreign))).toEqual([400, 'passkey.rejected']);
    const late = new SoftwareAuthenticator().make(await askedToMake(person));
    test.clock.advance(600);
    await as(person).post('/api/auth/confirm', { body: { password: person.password } });
    expect(await outcome(add(person, late))).toEqual([400, 'passkey.rejected']);
  });

  it("rejects somebody else's passkey and leaves it to its owner", async () => {
    const held = await withPasskey();
    const thief = await verifiedPerson();
    const copied = held.authenticator.make({
      ...(await askedToMake(thief)),
      user: (await askedToMake(held.person)).user,
    });
    expect(await outcome(add(thief, copied))).toEqual([409, 'passkey.exists']);
    expect((await signIn(held)).body['user']).toMatchObject({ id: held.person.user.id });
  });
});

describe('the passkeys of a person', () => {
  it('lists, renames and removes passkeys, and mails about what changes', async () => {
    const { person, authenticator, id } = await withPasskey();
    const route = `/api/auth/passkeys/${id}`;
    expect((await as(person).send('PATCH', route, { body: { name: ' Key ring ' } })).status).toBe(204);
    const { passkeys, signals } = await listOf(person);
    expect(passkeys).toEqual([expect.objectContaining({ id, name: 'Key ring', lastUsedAt: null, synced: false })]);
    expect(signals).toEqual({
      rpId: 'localhost',
      userId: Buffer.from(person.user.id.replaceAll('-', ''), 'hex').toString('base64url'),
      allAcceptedCredentialIds: [authenticator.credentialId],
    });
    expect((await as(person).send('DELETE', route)).status).toBe(204);
    expect((await as(person).send('DELETE', route)).status).toBe(404);
    expect((await mailsTo(test, person.user.email)).map(({ subject }) => subject)).toEqual([
      'A passkey of your Canar account was removed',
      'A passkey was added to your Canar account',
      'Confirm your address for Canar',
    ]);
  });

  it("shows, renames and removes nobody else's passkey", async () => {
    const held = await withPasskey();
    const other = await verifiedPerson();
    const route = `/api/auth/passkeys/${held.id}`;
    expect((await listOf(other)).passkeys).toEqual([]);
    expect((await as(other).send('PATCH', route, { body: { name: 'Mine' } })).status).toBe(404);
    expect((await as(other).send('DELETE', route)).status).toBe(404);
    expect((await signIn(held)).status).toBe(200);
  });
});
