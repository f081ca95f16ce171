import { randomUUID } from 'node:crypto';
import { Actor, type EditedProfile } from '@canar/actor';
import { auditLedger } from './ledger/ledger-audit';
import type { ApiProcess } from './product/api-process';
import { Product } from './product/product';

const saves = 500;
const affordable = 100;
const handsTyping = 40;

let product: Product;
let processes: ApiProcess[];
let actor: Actor;

beforeAll(async () => {
  product = await Product.prepare();
  processes = await Promise.all([product.startApi(), product.startApi()]);
  actor = await Actor.subscriber(at(0).origin);
});
afterAll(() => product.close());

/** Requests alternate over the processes. */
function at(turn: number): ApiProcess {
  return processes[turn % processes.length] as ApiProcess;
}

/** Profiles with changed drafts, made by many hands at once. */
async function editedProfiles(): Promise<EditedProfile[]> {
  const profiles: EditedProfile[] = [];
  let next = 0;
  const hand = async () => {
    while (next < saves) {
      next += 1;
      profiles.push(await actor.at(at(next)).createEditedProfile(`Edit ${next}`));
    }
  };
  await Promise.all(Array.from({ length: handsTyping }, hand));
  return profiles;
}

it('500 concurrent saves over two processes spend exactly the 500 credits bought', async () => {
  const profiles = await editedProfiles();
  expect([profiles.length, await actor.at(at(0)).balance()]).toEqual([saves, 500]);

  const answers = await Promise.all(
    profiles.map((profile, turn) => actor.at(at(turn)).saveRevision(profile, randomUUID())),
  );

  const saved = answers.filter(({ response }) => response.status === 201);
  const refused = answers.filter(({ response }) => response.status === 402);
  expect([saved.length, refused.length]).toEqual([affordable, saves - affordable]);
  for (const { error } of refused) {
    expect(error).toMatchObject({ code: 'credits.insufficient', balance: 0, required: 5 });
  }
  // Every balance from 495 down to 0 was reached once: the saves followed each other.
  const balances = saved.map(({ data }) => data?.charge?.balanceAfter ?? NaN).sort((a, b) => a - b);
  expect(balances).toEqual(Array.from({ length: affordable }, (_, index) => index * 5));
  expect(await Promise.all(processes.map((api) => actor.at(api).balance()))).toEqual([0, 0]);
  expect(await auditLedger(product.database, actor.tenantId)).toEqual([]);
  const [books] = await product.database.sql(
    `SELECT (SELECT sum(amount)::int FROM credits.entries) AS sum, (SELECT count(*)::int FROM profiles.revisions) AS revisions,
            (SELECT count(*)::int FROM credits.transactions WHERE kind = 'charge') AS charges`,
  );
  expect(books).toEqual({ sum: 0, revisions: affordable, charges: affordable });
});
