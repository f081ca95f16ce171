import { randomInt } from 'node:crypto';
import { Actor } from '@canar/actor';
import { auditLedger } from '../ledger/ledger-audit';
import { Product } from '../product/product';
import { KillableApi } from './killable-api';
import { Writer } from './writer';

/** How often a process is killed: a part of the whole, which `nx run api-e2e:crash` runs with 50. */
const minKills = Number(process.env['CRASH_KILLS'] ?? 8);
const writers = 8;
const packs = 160;
const creditsBought = 500 + packs * 100;

const seed = Number(process.env['CRASH_SEED'] ?? randomInt(2 ** 32));

let product: Product;
let actor: Actor;

beforeAll(async () => {
  product = await Product.prepare();
  const api = await product.startApi();
  actor = await Actor.subscriber(api.origin);
  await actor.buyCredits(packs);
  await api.stop();
});

/** Aborts all work when one part fails or the test has ended, so that nothing is left running. */
class AbortOnFirstFailure extends AbortController {
  async watch(work: Promise<unknown>): Promise<void> {
    await work.catch((error: unknown) => this.abort(error));
  }
}

const failure = new AbortOnFirstFailure();
afterAll(async () => {
  failure.abort();
  await product.close();
});

/** Kills two processes in turn, under writers who retry, and audits the ledger after every restart. */
async function crashAndRetry(): Promise<{ kills: number; saves: Writer['saves'] }> {
  const { signal } = failure;
  const apis = [0, 1].map((offset) => new KillableApi(product, seed + offset, signal));
  const kills = () => apis.reduce((sum, api) => sum + api.kills, 0);
  const working = Array.from({ length: writers }, () => new Writer(actor, apis, signal));
  const saves = () => working.flatMap((writer) => writer.saves);
  // Until one save was committed whose response was lost, which alone could charge twice, and one was lost with its response.
  const enough = () =>
    kills() >= minKills &&
    saves().some(({ replayed }) => replayed) &&
    saves().some(({ attempts, replayed }) => attempts > 1 && !replayed);
  await Promise.all([
    ...apis.map((api) => failure.watch(api.runUntil(enough, expectLedgerBalanced))),
    ...working.map((writer) => failure.watch(writer.editUntil(enough))),
  ]);
  signal.throwIfAborted();
  return { kills: kills(), saves: saves() };
}

async function expectLedgerBalanced(): Promise<void> {
  expect(await auditLedger(product.database, actor.tenantId)).toEqual([]);
}

it(`keeps revisions and charges together through ${minKills} kills (seed ${seed})`, async () => {
  const { kills, saves } = await crashAndRetry();
  const retried = saves.filter(({ attempts }) => attempts > 1);
  const replayed = saves.filter((save) => save.replayed);
  process.stdout.write(
    `${kills} kills, ${saves.length} saves, ${retried.length} retried, of which ${replayed.length} had been committed\n`,
  );
  expect(kills).toBeGreaterThanOrEqual(minKills);
  await expectLedgerBalanced();

  // Every save was answered in the end, so there is exactly what was answered: nothing lost, nothing twice.
  const stored = await product.database.sql<{ id: string }>('SELECT id FROM profiles.revisions ORDER BY id');
  expect(stored.map(({ id }) => id)).toEqual(saves.map(({ revisionId }) => revisionId).sort());
  const left = creditsBought - saves.length * 5;
  const balances = saves.map(({ balanceAfter }) => balanceAfter).sort((a, b) => a - b);
  expect(balances).toEqual(saves.map((_, index) => left + index * 5));
  expect(await actor.at(await product.startApi()).balance()).toBe(left);
  expect(retried.length).toBeGreaterThan(replayed.length);
});
