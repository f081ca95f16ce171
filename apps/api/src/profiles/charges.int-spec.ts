import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { registerPerson, type Person } from '../auth/testing';
import { allowEditing, brokenRules, grantCredits } from '../credits/testing';
import { startTestApp, type TestApp } from '../test-app';
import { createProfile, saveDocument } from './testing';

let test: TestApp;
let alarm: jest.SpyInstance;
beforeAll(async () => {
  test = await startTestApp();
  alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
});
afterAll(async () => {
  alarm.mockRestore();
  await test.close();
});

/** A tenant with two revisions, the second undone. */
async function editor(): Promise<Person> {
  const person = await registerPerson(test.app);
  await allowEditing(test, person.user.tenantId);
  await grantCredits(test, person.user.tenantId);
  const { id } = await createProfile(person);
  await saveDocument(person, id, { basics: { name: 'One' } });
  await saveDocument(person, id, { basics: { name: 'Two' } });
  const headers = { 'idempotency-key': randomUUID() };
  await person.api.post(`/api/profiles/${id}/revisions/2/undo`, { body: {}, headers });
  return person;
}

describe('verifying a ledger against revisions', () => {
  it('finds that each revision has its charge, and each undone one its reversal', async () => {
    const person = await editor();
    expect(await brokenRules(test, person.user.tenantId)).toEqual([]);
  });

  it.each([
    [
      'a revision that nobody paid for',
      `INSERT INTO profiles.revisions (tenant_id, id, profile_id, number, document, content_hash, created_at)
       SELECT tenant_id, gen_random_uuid(), profile_id, 3, document, content_hash, created_at
       FROM profiles.revisions WHERE tenant_id = $1 AND number = 1`,
    ],
    [
      'an undone revision that was not given back',
      `UPDATE profiles.revisions SET undone_at = now() WHERE tenant_id = $1`,
    ],
    [
      'a revision that was given back and is there',
      `UPDATE profiles.revisions SET undone_at = NULL WHERE tenant_id = $1`,
    ],
  ])('names %s', async (_, statement) => {
    const person = await editor();
    await test.sql(statement, [person.user.tenantId]);
    expect(await brokenRules(test, person.user.tenantId)).toEqual(['act']);
    const [suspension] = await test.sql('SELECT faults FROM credits.suspensions WHERE tenant_id = $1', [
      person.user.tenantId,
    ]);
    expect(suspension).toMatchObject({ faults: [{ rule: 'act', sequence: null, subject: expect.any(String) }] });
  });
});
