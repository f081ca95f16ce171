import { randomInt } from 'node:crypto';
import { Actor } from '@canar/actor';
import { auditLedger } from '../ledger/ledger-audit';
import { Product } from '../product/product';
import { MortalApi } from './mortal-api';
import { SeededChance } from './seeded-chance';
import { Writer } from './writer';

/** How often a process is killed: a part of the whole, which `nx run api-e2e:crash` runs with 50. */
const kills = Number(process.env['CRASH_KILLS'] ?? 8);
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
afterAll(() => product.close());

/** Whoever fails ends the work of all, so that nothing is left running. */
class Uproar extends AbortController {
  async watch(work: Promise<unknown>): Promise<void> {
    await work.catch((error: unknown) => this.abort(error));
  }
}

/** Kills two processes in turn, under writers who do not give up, and audits the books after every restart. */
async function crashAndRetry(): Promise<{ deaths: number; saves: Writer['saves'] }> {
  const uproar = new Uproar();
  const { signal } = uproar;
  const apis = [0, 1].map((offset) => new MortalApi(product, new SeededChance(seed + offset), signal));
  const deaths = () => apis.reduce((sum, api) => sum + api.deaths, 0);
  const working = Array.from({ length: writers }, () => new Writer(actor, apis, signal));
  const saves = () => working.flatMap((writer) => writer.saves);
  // Until one save was kept whose answer was lost, which alone could charge twice, and one was lost with its answer.
  const enough = () =>
    deaths() >= kills &&
    saves().some(({ replayed }) => replayed) &&
    saves().some(({ attempts, replayed }) => attempts > 1 && !replayed);
  await Promise.all([
    ...apis.map((api) => uproar.watch(api.dieUntil(enough, booksAreSound))),
    ...working.map((writer) => uproar.watch(writer.editUntil(enough))),
  ]);
  signal.throwIfAborted();
  return { deaths: deaths(), saves: saves() };
}

async function booksAreSound(): Promise<void> {
  expect(await auditLedger(product.database, actor.tenantId)).toEqual([]);
}

it(`a revision and its charge are one through ${kills} kill -9 (CRASH_SEED=${seed})`, async () => {
  const { deaths, saves } = await crashAndRetry();
  const retried = saves.filter(({ attempts }) => attempts > 1);
  const replayed = saves.filter((save) => save.replayed);
  process.stdout.write(
    `${deaths} kills, ${saves.length} saves, ${retried.length} retried, of which ${replayed.length} had been committed\n`,
  );
  expect(deaths).toBeGreaterThanOrEqual(kills);
  await booksAreSound();

  // Every save was answered in the end, so there is exactly what was answered: nothing lost, nothing twice.
  const kept = await product.database.sql<{ id: string }>('SELECT id FROM profiles.revisions ORDER BY id');
  expect(kept.map(({ id }) => id)).toEqual(saves.map(({ revisionId }) => revisionId).sort());
  const left = creditsBought - saves.length * 5;
  const balances = saves.map(({ balanceAfter }) => balanceAfter).sort((one, other) => one - other);
  expect(balances).toEqual(saves.map((_, index) => left + index * 5));
  expect(await actor.at(await product.startApi()).balance()).toBe(left);
  expect(retried.length).toBeGreaterThan(replayed.length);
});
