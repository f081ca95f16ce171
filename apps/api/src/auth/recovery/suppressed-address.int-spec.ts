import { SuppressedAddresses } from '../../platform/mail/suppressed-addresses';
import { type Person, registerPerson } from '../testing';
import { RecoveryTest } from './testing';

let recovery: RecoveryTest;

beforeAll(async () => {
  recovery = await RecoveryTest.start();
});
afterAll(() => recovery.close());

const suppressed = () => recovery.api.app.get(SuppressedAddresses, { strict: false });
const address = async (person: Person) =>
  (await person.api.get<{ suppression: string | null }>('/api/auth/address')).body;
const resend = (person: Person) => person.api.post('/api/auth/resend-verification');

describe('an address that is written to no more', () => {
  it('reports to the owner alone that mail to their address bounced', async () => {
    const person = await registerPerson(recovery.api.app);
    expect(await address(person)).toEqual({ email: person.user.email, verified: false, suppression: null });
    await suppressed().suppress([person.user.email.toUpperCase()], 'bounce');
    expect(await address(person)).toMatchObject({ suppression: 'bounce' });
    expect((await recovery.anonymous.get('/api/auth/address')).status).toBe(401);
  });

  it('writes to an address again after a bounce when its owner asks to verify it', async () => {
    const person = await registerPerson(recovery.api.app);
    await recovery.post('verify-email', { token: await recovery.verifyToken(person) });
    await suppressed().suppress([person.user.email], 'bounce');
    recovery.api.clock.advance(300);
    expect((await resend(person)).status).toBe(204);
    expect(await address(person)).toMatchObject({ suppression: null });
    const token = await recovery.verifyToken(person, 2);
    expect((await recovery.post('verify-email', { token })).status).toBe(204);
  });

  it('lifts no bounce while a link was mailed a short while ago, and no complaint', async () => {
    const { app } = recovery.api;
    const [hasty, annoyed] = [await registerPerson(app), await registerPerson(app)];
    await resend(hasty);
    await suppressed().suppress([hasty.user.email], 'bounce');
    await suppressed().suppress([annoyed.user.email], 'complaint');
    for (const person of [hasty, annoyed]) await resend(person);
    expect(await address(hasty)).toMatchObject({ suppression: 'bounce' });
    expect(await address(annoyed)).toMatchObject({ suppression: 'complaint' });
  });
});
