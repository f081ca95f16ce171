import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { type Actor, etagOf } from '@canar/actor';
import { useOf } from './hostile';
import { bareSaves, postmasterOf, prepareBareSaves, serverSeconds } from './postgres-load';
import { MeasuredProduct } from './product';
import { isShort, report, type Row } from './report';
import { spreadOf } from './statistics';

const connections = 16;
const rounds = isShort ? 1 : 5;
const bareSeconds = isShort ? 2 : 4;
const random = isShort ? { accounts: 20, profiles: 10 } : { accounts: 100, profiles: 10 };
const hot = isShort ? { accounts: 1, profiles: 100 } : { accounts: 1, profiles: 400 };
const shapes = { random, hot } as const;
type Shape = keyof typeof shapes;
const packs = 120; // of 100 credits: every save of the hot account costs 5

const method = `Drafts of 6 kB are saved as revisions over HTTP (document, revision, charge, double entry, hash chain, isolation, idempotency), ${connections} at a
time, by one process with everything on; the edit of the draft before each save is not counted. The limit is one PL/pgSQL function that makes the bare
writes (\`limits/save.sql\`), called by pgbench over as many connections on the same server, in turns. ${rounds} rounds after one that warms up;
${random.accounts} accounts with ${random.profiles} profiles each, and one account with ${hot.profiles}. Fsync is off on both sides; the load is made on the same cores.`;

const text = 'Built the pipeline that reads, checks and stores what partners send. '.repeat(3);
const draft = (headline: string) => ({
  basics: { name: 'Mina Iyer', label: headline },
  work: Array.from({ length: 10 }, (_, index) => ({ name: `Company ${index}`, highlights: [text, text] })),
});

/** A profile with an edit that is not saved yet. */
class Editor {
  private etag = '';

  private constructor(
    private readonly actor: Actor,
    private readonly id: string,
  ) {}

  static async create(actor: Actor, title: string): Promise<Editor> {
    const editor = new Editor(actor, await actor.createProfile(title));
    editor.etag = await actor.editDraft(editor.id, draft(title));
    return editor;
  }

  async edit(): Promise<void> {
    const body = JSON.stringify({ document: draft(randomUUID()) });
    const answer = await this.request('PUT', 'draft', { 'if-match': this.etag }, body);
    this.etag = etagOf(answer);
    await answer.arrayBuffer();
  }

  /** @returns the status of the answer */
  async save(): Promise<number> {
    const headers = { 'if-match': this.etag, 'idempotency-key': randomUUID() };
    const answer = await this.request('POST', 'revisions', headers, '{}');
    await answer.arrayBuffer();
    return answer.status;
  }

  private request(method: string, path: string, headers: Record<string, string>, body: string): Promise<Response> {
    const signedIn = { authorization: `Bearer ${this.actor.accessToken}`, 'content-type': 'application/json' };
    const url = `${this.actor.origin}/api/profiles/${this.id}/${path}`;
    return fetch(url, { method, headers: { ...signedIn, ...headers }, body });
  }
}

/** Does something for each item, some at a time. */
async function each<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<unknown>): Promise<void> {
  const left = [...items].reverse();
  const workers = Array.from({ length: atOnce }, async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  });
  await Promise.all(workers);
}

interface SaveRound {
  perSecond: number;
  /** milliseconds of processor time of one save */
  api: number;
  postgres: number;
}

/** Edits every draft, and measures how fast all of them are saved. @throws {Error} when a save is rejected */
async function saveAll(editors: readonly Editor[], product: MeasuredProduct, postmaster: number): Promise<SaveRound> {
  await each(editors, 4, (editor) => editor.edit());
  const before = { at: performance.now(), api: useOf(product.pid).cpu, postgres: serverSeconds(postmaster) };
  await each(editors, connections, async (editor) => {
    const status = await editor.save();
    if (status !== 201) throw new Error(`A save was answered with ${status}.`);
  });
  const perSave = (seconds: number) => (seconds / editors.length) * 1_000;
  return {
    perSecond: editors.length / ((performance.now() - before.at) / 1_000),
    api: perSave(useOf(product.pid).cpu - before.api),
    postgres: perSave(serverSeconds(postmaster) - before.postgres),
  };
}

async function editorsOf(
  product: MeasuredProduct,
  size: (typeof shapes)[Shape],
  boughtPacks: number,
): Promise<Editor[]> {
  const editors: Editor[] = [];
  const accounts = Array.from({ length: size.accounts }, (_, index) => index);
  await each(accounts, 4, async () => {
    const actor = await product.subscriber();
    if (boughtPacks > 0) await actor.buyCredits(boughtPacks);
    for (let profile = 0; profile < size.profiles; profile += 1)
      editors.push(await Editor.create(actor, `Profile ${profile}`));
  });
  return editors;
}

/** One product with editors for both shapes of load. */
class Side {
  private constructor(
    readonly product: MeasuredProduct,
    readonly database: Client,
    private readonly postmaster: number,
    private readonly editors: Record<Shape, Editor[]>,
  ) {}

  static async start(checkout: string): Promise<Side> {
    const product = await MeasuredProduct.start({ RATE_LIMITS: 'relaxed', DATABASE_POOL_SIZE: '8' }, checkout);
    const database = new Client({ connectionString: product.adminDatabaseUrl });
    await database.connect();
    const editors = {
      random: await editorsOf(product, random, 0),
      hot: await editorsOf(product, hot, packs),
    };
    await database.query('ANALYZE');
    return new Side(product, database, await postmasterOf(database), editors);
  }

  save(shape: Shape): Promise<SaveRound> {
    return saveAll(this.editors[shape], this.product, this.postmaster);
  }

  /** Accounts that have spent more than they had, or whose balance is not what their entries sum to. */
  async overdrafts(): Promise<number> {
    const { rows } = await this.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM credits.accounts a WHERE balance < 0 OR balance <>
        (SELECT sum(amount) FROM credits.entries e WHERE e.tenant_id = a.tenant_id AND book = 'wallet')`,
    );
    return rows[0]?.n ?? 0;
  }

  async close(): Promise<void> {
    await this.database.end();
    await this.product.close();
  }
}

const goal = 0.4;

async function measure(shape: Shape, now: Side, before: Side | null): Promise<Row[]> {
  const seen = { bare: [] as number[], now: [] as SaveRound[], before: [] as SaveRound[] };
  for (let round = 0; round <= rounds; round += 1) {
    const load = { connections, seconds: bareSeconds };
    const bare = await bareSaves(now.product.adminDatabaseUrl, shapes[shape], load);
    const ours = await now.save(shape);
    const theirs = await before?.save(shape);
    if (round === 0) continue; // warms up
    seen.bare.push(bare);
    seen.now.push(ours);
    if (theirs) seen.before.push(theirs);
  }
  return rowsOf(shape === 'random' ? 'saves, random accounts' : 'saves, one account', seen);
}

function rowsOf(what: string, seen: { bare: number[]; now: SaveRound[]; before: SaveRound[] }): Row[] {
  const median = (of: SaveRound[], figure: keyof SaveRound) => spreadOf(of.map((round) => round[figure])).median;
  const shown = (values: number[]) => {
    const { median: middle, low, high } = spreadOf(values);
    return `${middle.toFixed(0)} (${low.toFixed(0)}–${high.toFixed(0)})`;
  };
  const earlier = (figure: keyof SaveRound, digits: number) =>
    seen.before.length > 0 ? ` (483bf8f: ${median(seen.before, figure).toFixed(digits)})` : '';
  const ratio = median(seen.now, 'perSecond') / spreadOf(seen.bare).median;
  const processor = (figure: 'api' | 'postgres'): Row => ({
    what: `${what}: processor time of a save, ${figure === 'api' ? 'API' : 'PostgreSQL'}`,
    limit: '–',
    ours: `${median(seen.now, figure).toFixed(1)} ms${earlier(figure, 1)}`,
    ratio: '–',
    goal: '–',
    met: null,
  });
  const rate = shown(seen.now.map(({ perSecond }) => perSecond)) + earlier('perSecond', 0);
  return [
    {
      what: `${what}: per second`,
      limit: shown(seen.bare),
      ours: rate,
      ratio: ratio.toFixed(3),
      goal: `≥ ${goal}`,
      met: ratio >= goal,
    },
    processor('api'),
    processor('postgres'),
  ];
}

/** Measures saves beside the bare function, and beside the build of another checkout when `BASELINE` names its folder. */
export async function benchLedger(): Promise<void> {
  const baseline = process.env['BASELINE'];
  const sides: Side[] = [];
  try {
    const now = await Side.start('');
    sides.push(now);
    const before = baseline ? await Side.start(baseline) : null;
    if (before) sides.push(before);
    await prepareBareSaves(now.database, [random, hot], draft('Engineer'));
    const rows = [...(await measure('random', now, before)), ...(await measure('hot', now, before))];
    const overdrafts = await now.overdrafts();
    rows.push({
      what: 'accounts that are overdrawn or disagree with their entries',
      limit: '0',
      ours: String(overdrafts),
      ratio: '–',
      goal: '0',
      met: overdrafts === 0,
    });
    await report({ name: 'ledger', title: 'Saves', method, rows });
  } finally {
    for (const side of sides) await side.close();
  }
}
