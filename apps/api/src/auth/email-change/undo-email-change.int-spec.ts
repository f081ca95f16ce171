import { eventually } from '../../platform/testing/eventually';
import { passkeysOf } from '../passkeys/testing';
import { RecoveryTest } from '../recovery/testing';
import { mailedTokens } from '../testing';
import { emailChanges, newAddress } from './testing';
import { ForgetEmailChanges } from './use-cases/forget-email-changes';

/** What is real: two processes of the API over PostgreSQL, with jobs and captured mails. The clock stands still unless moved. */
let recovery: RecoveryTest;
beforeAll(async () => {
  recovery = await RecoveryTest.start();
});
afterAll(() => recovery.close());

const day = 86_400;
const { as, verifiedPerson, request, confirm, confirmToken, undo, undoToken, signInStatus, moved } = emailChanges(
  () => recovery,
);

describe('undoing from the old address', () => {
  it('restores the old address and ends every session within seven days', async () => {
    const { person, from, to } = await moved();
    recovery.api.clock.advance(7 * day - 1);
    expect((await undo(await undoToken(from, 2))).status).toBe(204);
    expect([await signInStatus(person, to), await signInStatus(person, from)]).toEqual([401, 200]);
    await eventually(
      () => person.api.get('/api/user'),
      ({ status }) => status === 401,
    );
  });

  it('rejects the link after seven days', async () => {
    const { person, from, to } = await moved();
    const token = await undoToken(from, 2);
    recovery.api.clock.advance(7 * day);
    expect((await undo(token)).status).toBe(401);
    expect(await signInStatus(person, to)).toBe(200);
  });

  it('cancels a change that is not confirmed yet and ends every session', async () => {
    const person = await verifiedPerson();
    const to = newAddress();
    await request(person, to);
    const token = await confirmToken(to);
    expect((await undo(await undoToken(person.user.email))).status).toBe(204);
    expect((await confirm(token)).status).toBe(401);
    expect((await recovery.anonymous.get('/api/user', { headers: { cookie: person.cookie } })).status).toBe(401);
  });

  it('undoes later changes with it, whose links then undo nothing', async () => {
    const { person, from, to } = await moved();
    const last = newAddress();
    await request(person, last);
    await confirm(await confirmToken(last));
    const thief = await undoToken(to, 2);
    expect((await undo(await undoToken(from, 1))).status).toBe(204);
    expect((await undo(thief)).status).toBe(401);
    expect([await signInStatus(person, from), await signInStatus(person, last)]).toEqual([200, 401]);
  });

  it('works after the one who asked for the change ended every session', async () => {
    const { person, from } = await moved();
    await as(person).send('DELETE', '/api/auth/sessions');
    expect((await undo(await undoToken(from, 2))).status).toBe(204);
    expect(await signInStatus(person, from)).toBe(200);
  });

  it('removes passkeys and a second factor that were added since the request', async () => {
    const { withPasskey, listOf, signIn } = passkeysOf(() => recovery.api);
    const { person } = await withPasskey();
    recovery.api.clock.advance(1);
    await request(person, newAddress());
    const planted = await withPasskey(false, person);
    await as(person).post('/api/auth/second-factor');
    await undo(await undoToken(person.user.email));
    const { cookies } = await recovery.signIn(person.user.email, person.password);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    expect((await listOf({ ...person, cookie })).passkeys).toHaveLength(1);
    expect((await signIn(planted)).body).toMatchObject({ code: 'passkey.unknown' });
    expect(await recovery.api.sql('SELECT 1 FROM auth.second_factors WHERE user_id = $1', [person.user.id])).toEqual(
      [],
    );
  });

  it('holds the old address for its account until it can be undone no more', async () => {
    const { from } = await moved();
    const register = () =>
      recovery.anonymous.post('/api/register', { body: { email: from, password: 'a quiet stranger', name: 'Ravi' } });
    expect((await register()).body).toMatchObject({ status: 409, code: 'account.exists' });
    const other = await verifiedPerson();
    expect((await request(other, from)).status).toBe(201);
    await recovery.jobsDone();
    expect(await mailedTokens(recovery.api, from, '/change-email/', 0)).toEqual([]);
    recovery.api.clock.advance(7 * day);
    expect((await register()).status).toBe(201);
  });

  it('forgets the addresses once nothing can be undone', async () => {
    const { person } = await moved();
    const count = () => recovery.api.sql('SELECT 1 FROM auth.email_changes WHERE user_id = $1', [person.user.id]);
    const forget = () => recovery.api.app.get(ForgetEmailChanges).execute();
    await forget();
    expect(await count()).toHaveLength(1);
    recovery.api.clock.advance(7 * day + 1);
    await forget();
    expect(await count()).toEqual([]);
  });
});
