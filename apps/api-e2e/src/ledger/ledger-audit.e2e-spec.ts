import { Actor, bodyOf, type EditedProfile } from '@canar/actor';
import type { ApiProcess } from '../product/api-process';
import { Product } from '../product/product';
import { auditLedger } from './ledger-audit';

let product: Product;
let api: ApiProcess;
let actor: Actor;
let profile: EditedProfile;

beforeAll(async () => {
  product = await Product.prepare();
  api = await product.startApi();
});
afterAll(() => product.close());

beforeEach(async () => {
  actor = await Actor.subscriber(api.origin);
  profile = await actor.createEditedProfile('Asha Rao');
  await bodyOf(actor.saveRevision(profile));
});

/** Writes past triggers and keys, as no role of the product can. */
async function forge(statement: string): Promise<void> {
  await product.database.sql('SET session_replication_role = replica');
  await product.database.sql(statement, [actor.tenantId]);
  await product.database.sql('SET session_replication_role = origin');
}

const audit = () => auditLedger(product.database, actor.tenantId);

describe('auditLedger', () => {
  it('auditLedger reports nothing for a correct ledger', async () => {
    expect(await audit()).toEqual([]);
  });

  it.each([
    [
      'a revision that was not charged',
      `INSERT INTO profiles.revisions (tenant_id, id, profile_id, number, document, content_hash, created_at)
       SELECT tenant_id, gen_random_uuid(), profile_id, 2, document, content_hash, created_at
       FROM profiles.revisions WHERE tenant_id = $1`,
      ['a revision has exactly one charge'],
    ],
    [
      'a charge without its revision',
      `DELETE FROM profiles.revisions WHERE tenant_id = $1`,
      ['a charge has its revision'],
    ],
    [
      'a revision that was charged twice',
      `INSERT INTO credits.transactions (tenant_id, id, kind, action, reference, effective_at, hash_version)
       SELECT tenant_id, gen_random_uuid(), 'charge', 'profile.again', reference, effective_at, 2
       FROM credits.transactions WHERE tenant_id = $1 AND kind = 'charge'`,
      ['a revision has exactly one charge', 'a charge takes 5 credits from the wallet'],
    ],
    [
      'an undo that gave nothing back',
      `UPDATE profiles.revisions SET undone_at = created_at WHERE tenant_id = $1`,
      ['an undone revision has exactly one reversal, any other none'],
    ],
    [
      'a revision whose number was skipped',
      `UPDATE profiles.revisions SET number = 2 WHERE tenant_id = $1`,
      ['the numbers of a profile have no gap'],
    ],
    [
      'a balance that was written by hand',
      `UPDATE credits.accounts SET balance = 500 WHERE tenant_id = $1`,
      ['the balance is the sum of the wallet, of what is left of the grants, and what the last entry says'],
    ],
    [
      'an entry that was changed',
      `UPDATE credits.entries SET amount = amount + 1 WHERE tenant_id = $1 AND sequence = 4`,
      ['the entries of a transaction sum to zero', 'the chain holds'],
    ],
    [
      'an entry that was taken out',
      `DELETE FROM credits.entries WHERE tenant_id = $1 AND sequence = 2`,
      ['the entries of a transaction sum to zero', 'the sequence has no gap'],
    ],
  ])('auditLedger reports %s', async (_fault, statement, rules) => {
    await forge(statement);
    expect((await audit()).map((sentence) => sentence.replace(/:.*/, ''))).toEqual(rules);
  });
});
