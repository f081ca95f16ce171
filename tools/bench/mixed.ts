import { setTimeout as pause } from 'node:timers/promises';
import { Actor } from '@canar/actor';
import { archiveOfRows, importFile, largeDocument, statusOf, useOf } from './hostile';
import { MeasuredProduct } from './product';
import { report, type Row } from './report';
import { quantile } from './statistics';

const phaseMs = 120_000;
const settleMs = 8_000;
const abusiveAtOnce = 6;

const method = `Four tenants and their visitors, each from an address of its own, view pages, save edits, sign in, export PDFs and import résumés;
a probe asks for \`/api/health/live\` ten times a second. First alone (the limit), then beside one tenant that imports hostile archives and exports a draft of
408 kB as Word and PDF, ${abusiveAtOnce} at once, and one address that asks for public PDFs of large profiles. Standard rate limits, one process; everything runs on the same cores, the load too.
Figures are the 99th percentile of a phase of ${phaseMs / 1000} s, of the probe the longest answer.`;

/** The kinds of requests of ordinary tenants, and how often each tenant sends one, in milliseconds. */
const kinds = {
  'page view': 250, // an address may send 300 anonymous requests a minute
  save: 3_000, // the credits of a plan pay 100 saves
  'sign-in': 7_000,
  'PDF export': 6_000,
  import: 7_000,
  probe: 100,
} as const;
type Kind = keyof typeof kinds;

/** The results of the requests of one phase. */
class Phase {
  readonly times = new Map<Kind, number[]>();
  refused = 0;

  async time(kind: Kind, send: () => Promise<number>): Promise<void> {
    const begun = performance.now();
    const status = await send();
    if (status >= 400) this.refused += 1;
    this.times.set(kind, [...(this.times.get(kind) ?? []), performance.now() - begun]);
  }
}

/** An ordinary tenant with a published profile and its own IP address. */
class Tenant {
  private constructor(
    private readonly actor: Actor,
    private readonly address: string,
    private readonly id: string,
    private readonly slug: string,
  ) {}

  static async create(origin: string, number: number): Promise<Tenant> {
    const actor = await Actor.subscriber(origin);
    const slug = `tenant-${number}-page`;
    return new Tenant(actor, `10.0.0.${number}`, await actor.createPublishedProfile(slug), slug);
  }

  async send(kind: Kind): Promise<number> {
    if (kind === 'page view') return this.fetch(`/p/${this.slug}`);
    if (kind === 'probe') return this.fetch('/api/health/live');
    if (kind === 'PDF export') return this.fetch(`/api/profiles/${this.id}/export/pdf`);
    if (kind === 'import') return this.post(`/api/profiles/${this.id}/import`, { basics: { name: 'Mina Iyer' } });
    if (kind === 'sign-in') return this.signIn();
    const document = { basics: { name: 'Mina Iyer', label: String(performance.now()) } };
    const etag = await this.actor.editDraft(this.id, document);
    return (await this.actor.saveRevision({ id: this.id, etag })).response.status;
  }

  /** Signs in without cookies: a sign-in ends the session that its browser brings. */
  private async signIn(): Promise<number> {
    const { email, password } = this.actor.account;
    const response = await fetch(`${this.actor.origin}/api/login`, {
      method: 'POST',
      body: JSON.stringify({ email, password }),
      headers: { 'content-type': 'application/json', 'x-forwarded-for': this.address },
    });
    await response.arrayBuffer();
    return response.status;
  }

  private post(path: string, body: object): Promise<number> {
    return this.fetch(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  }

  private fetch(path: string, init: RequestInit = {}): Promise<number> {
    return statusOf(this.actor, this.address, path, init);
  }
}

async function runPhase(tenants: readonly Tenant[], lengthMs: number): Promise<Phase> {
  const phase = new Phase();
  const until = performance.now() + lengthMs;
  const loops = tenants.flatMap((tenant, index) =>
    (Object.keys(kinds) as Kind[])
      .filter((kind) => kind !== 'probe' || index === 0)
      .map(async (kind) => {
        while (performance.now() < until) {
          await phase.time(kind, () => tenant.send(kind));
          await pause(kinds[kind]);
        }
      }),
  );
  await Promise.all(loops);
  return phase;
}

/** Begins the abuse. @returns a function that ends it and returns the number of requests by status */
async function startAbuse(origin: string): Promise<() => Promise<Record<number, number>>> {
  const actor = await Actor.subscriber(origin);
  const id = await actor.createProfile('Abuse');
  await actor.editDraft(id, largeDocument);
  const slugs = ['abuse-one', 'abuse-two', 'abuse-three'];
  for (const slug of slugs) await actor.createPublishedProfile(slug, largeDocument);
  const archive = { body: archiveOfRows(), type: 'application/zip' } as const;
  const attacks = [
    () => importFile(actor, '10.9.9.9', id, archive),
    () => statusOf(actor, '10.9.9.9', `/api/profiles/${id}/export/docx?revision=draft`),
    () => statusOf(actor, '10.9.9.9', `/api/profiles/${id}/export/pdf?revision=draft`),
    ...slugs.map((slug) => () => statusOf(actor, '10.8.8.8', `/p/${slug}.pdf`)),
  ];
  let running = true;
  const answers: Record<number, number> = {};
  const loops = Array.from({ length: abusiveAtOnce }, async (_, index) => {
    for (let turn = index; running; turn += 1) {
      const status = (await attacks[turn % attacks.length]?.()) ?? 0;
      answers[status] = (answers[status] ?? 0) + 1;
      await pause(100);
    }
  });
  return async () => {
    running = false;
    await Promise.all(loops);
    return answers;
  };
}

async function measured(product: MeasuredProduct, run: () => Promise<Phase>) {
  const before = useOf(product.pid);
  const phase = await run();
  const after = useOf(product.pid);
  return { phase, cpu: after.cpu - before.cpu, megabytes: after.megabytes };
}

/** Measures the response times of others while one tenant and one address abuse the API. */
export async function benchMixed(): Promise<void> {
  const product = await MeasuredProduct.start({ TRUST_PROXY: '1' });
  try {
    const tenants = await Promise.all([1, 2, 3, 4].map((number) => Tenant.create(product.origin, number)));
    await runPhase(tenants, settleMs);
    const quiet = await measured(product, () => runPhase(tenants, phaseMs));
    const stop = await startAbuse(product.origin);
    const abused = await measured(product, () => runPhase(tenants, phaseMs));
    console.log('Answers to the abuse, by status:', await stop());
    await report({ name: 'mixed', title: 'Mixed load beside abuse', method, rows: rowsOf(quiet, abused) });
  } finally {
    await product.close();
  }
}

type Measured = Awaited<ReturnType<typeof measured>>;

const goals: Record<Kind, number | null> = {
  'page view': 2,
  save: 2,
  'sign-in': 2,
  'PDF export': null,
  import: null,
  probe: 3,
};

function rowsOf(quiet: Measured, abused: Measured): Row[] {
  const share = (kind: Kind) => (kind === 'probe' ? 1 : 0.99);
  const timed = (Object.keys(kinds) as Kind[]).map((kind): Row => {
    const [limit, ours] = [quiet, abused].map(({ phase }) => quantile(phase.times.get(kind) ?? [], share(kind)));
    const ratio = (ours ?? 0) / (limit ?? 1);
    const goal = goals[kind];
    return row(
      `${kind}, ${abused.phase.times.get(kind)?.length ?? 0} requests`,
      [ms(limit), ms(ours), ratio.toFixed(2)],
      goal === null ? '–' : `≤ ${goal}`,
      goal === null ? null : ratio <= goal,
    );
  });
  return [
    ...timed,
    row(
      'requests of others that were refused',
      [String(quiet.phase.refused), String(abused.phase.refused), '–'],
      '0',
      abused.phase.refused === 0,
    ),
    row(
      'processor time of the API process',
      [`${quiet.cpu.toFixed(1)} s`, `${abused.cpu.toFixed(1)} s`, '–'],
      '–',
      null,
    ),
    row(
      'memory of the API process',
      [`${quiet.megabytes.toFixed(0)} MB`, `${abused.megabytes.toFixed(0)} MB`, '–'],
      '–',
      null,
    ),
  ];
}

function row(what: string, [limit = '', ours = '', ratio = '']: string[], goal: string, met: boolean | null): Row {
  return { what, limit, ours, ratio, goal, met };
}

function ms(value = 0): string {
  return `${value.toFixed(1)} ms`;
}
