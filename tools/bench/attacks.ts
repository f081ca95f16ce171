import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@canar/actor';
import { pageOfOperators } from '@canar/profile-import/testing';
import { archiveOfRows, importFile, largeDocument, statusOf, useOf } from './hostile';
import { MeasuredProduct } from './product';
import { report, type Row } from './report';
import { quantile } from './statistics';

const quietMs = 6_000;
const maxAttackMs = 150_000;
const probeEveryMs = 100;
const attackerAddress = '10.9.9.9';
const otherAddress = '10.0.0.1';

const method = `The four attacks of the penetration test of 2026-11-29, each on a process of its own, at one after the other. Meanwhile a probe asks for
\`/api/health/live\` ten times a second, and another tenant for its credits and for the kind of work that the attack is about. The limit is the same product
before the attack, or, in the column of silence, memory and processor time, the state of commit 483bf8f under the same attack.`;

/** How long requests of one kind took, in milliseconds. */
interface Waits {
  readonly median: number;
  readonly longest: number;
}

/** Measurements during an attack. */
interface Seen {
  /** the longest response time of the probe, in milliseconds */
  silence: number;
  /** the requests of another tenant before and under the attack */
  quiet: { credits: Waits; work: Waits };
  attacked: { credits: Waits; work: Waits };
  cpu: number;
  megabytes: number;
  statuses: number[];
}

interface Attack {
  readonly name: string;
  /** Prepares the attack. @returns a function that sends it */
  prepare(attacker: Actor): Promise<() => Promise<number[]>>;
  /** Work of the same kind by another tenant. */
  work(other: Actor, profile: string): Promise<number>;
}

const smallResume = { body: Buffer.from('{"basics":{"name":"Mina Iyer"}}'), type: 'application/json' } as const;
const exportPdf = (other: Actor, profile: string) =>
  statusOf(other, otherAddress, `/api/profiles/${profile}/export/pdf`);

const attacks: readonly Attack[] = [
  {
    name: 'an import of 7.6 million rows in 34 kB',
    prepare: async (attacker) => {
      const profile = await attacker.createProfile('Attack');
      const file = { body: archiveOfRows(), type: 'application/zip' } as const;
      return async () => [await importFile(attacker, attackerAddress, profile, file)];
    },
    work: (other, profile) => importFile(other, otherAddress, profile, smallResume),
  },
  {
    name: 'a Word export of a draft of 408 kB',
    prepare: async (attacker) => {
      const profile = await attacker.createProfile('Attack');
      await attacker.editDraft(profile, largeDocument);
      return async () => [
        await statusOf(attacker, attackerAddress, `/api/profiles/${profile}/export/docx?revision=draft`),
      ];
    },
    work: (other, profile) => statusOf(other, otherAddress, `/api/profiles/${profile}/export/docx`),
  },
  {
    name: '12 requests for the public PDF of 408 kB',
    prepare: async (attacker) => {
      await attacker.createPublishedProfile('attack-large', largeDocument);
      const ask = () => statusOf(attacker, attackerAddress, '/p/attack-large.pdf');
      return () => Promise.all(Array.from({ length: 12 }, ask));
    },
    work: exportPdf,
  },
  {
    name: '4 imports of a PDF of 25 million operators',
    prepare: async (attacker) => {
      const profile = await attacker.createProfile('Attack');
      const file = { body: pageOfOperators(), type: 'application/pdf' } as const;
      return () => Promise.all(Array.from({ length: 4 }, () => importFile(attacker, attackerAddress, profile, file)));
    },
    work: (other, profile) => importFile(other, otherAddress, profile, smallResume),
  },
];

function waitsOf(times: readonly number[]): Waits {
  return { median: quantile(times, 0.5), longest: quantile(times, 1) };
}

async function timed(send: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await send();
  return performance.now() - begun;
}

/** Repeats a request until it is stopped. @returns a function that stops it and returns the response times */
function repeat(send: () => Promise<unknown>, everyMs: number): () => Promise<number[]> {
  const times: number[] = [];
  let running = true;
  const loop = (async () => {
    while (running) {
      times.push(await timed(send));
      await pause(everyMs);
    }
  })();
  return async () => {
    running = false;
    await loop;
    return times;
  };
}

async function see(attack: Attack, directory: string): Promise<Seen> {
  const product = await MeasuredProduct.start({ TRUST_PROXY: '1', RATE_LIMITS: 'standard' }, directory);
  try {
    const [attacker, other] = [await product.subscriber(), await product.subscriber()];
    const profile = await other.createPublishedProfile('other-page');
    const send = await attack.prepare(attacker);
    const work = () => attack.work(other, profile);
    const credits = () => statusOf(other, otherAddress, '/api/credits');
    await work();
    const quietCredits = repeat(credits, 250);
    const quietWork = repeat(work, 1_500);
    await pause(quietMs);
    const quiet = { credits: waitsOf(await quietCredits()), work: waitsOf(await quietWork()) };
    const before = useOf(product.pid);
    const [probe, creditsNow, workNow] = [
      repeat(() => fetch(`${product.origin}/api/health/live`).then((answer) => answer.arrayBuffer()), probeEveryMs),
      repeat(credits, 250),
      repeat(work, 1_500),
    ];
    let megabytes = 0;
    const memory = setInterval(() => (megabytes = Math.max(megabytes, useOf(product.pid).megabytes)), 200);
    const statuses = await Promise.race([send(), pause(maxAttackMs, [0])]);
    const [silence, creditTimes, workTimes] = [await probe(), await creditsNow(), await workNow()];
    clearInterval(memory);
    const cpu = useOf(product.pid).cpu - before.cpu;
    const attacked = { credits: waitsOf(creditTimes), work: waitsOf(workTimes) };
    return { silence: Math.max(...silence), quiet, attacked, cpu, megabytes, statuses };
  } finally {
    await product.close();
  }
}

/** Measures the four attacks, beside the state of another checkout when `BASELINE` names its folder with a build of the API. */
export async function benchAttacks(): Promise<void> {
  const baseline = process.env['BASELINE'];
  const rows: Row[] = [];
  for (const attack of attacks) {
    const before = baseline ? await see(attack, baseline) : null;
    const now = await see(attack, '');
    console.log(attack.name, { before, now });
    rows.push(...rowsOf(attack.name, before, now));
  }
  await report({ name: 'attacks', title: 'Attacks on availability', method, rows });
}

const ms = (value: number | undefined): string => (value === undefined ? '–' : `${value.toFixed(0)} ms`);
const maxRatio = 3;

function rowsOf(name: string, before: Seen | null, now: Seen): Row[] {
  const compared = (what: string, limit: string, ours: string): Row => {
    return { what: `${name}: ${what}`, limit, ours, ratio: '–', goal: '–', met: null };
  };
  const slowed = (what: 'credits' | 'work', figure: keyof Waits): Row => {
    const ratio = now.attacked[what][figure] / now.quiet[what][figure];
    const seen = before ? ` (483bf8f: ${ms(before.attacked[what][figure])})` : '';
    const goal = what === 'credits' ? `< ${maxRatio}` : '–';
    return {
      what: `${name}: another tenant's ${what === 'credits' ? 'credits' : 'work of the same kind'}, ${figure}`,
      limit: `${ms(now.quiet[what][figure])} quiet`,
      ours: ms(now.attacked[what][figure]) + seen,
      ratio: ratio.toFixed(1),
      goal,
      met: what === 'credits' ? ratio < maxRatio : null,
    };
  };
  return [
    compared('longest silence of the probe', ms(before?.silence), ms(now.silence)),
    compared(
      'processor time of the API process',
      before ? `${before.cpu.toFixed(1)} s` : '–',
      `${now.cpu.toFixed(1)} s`,
    ),
    compared(
      'memory of the API process',
      before ? `${before.megabytes.toFixed(0)} MB` : '–',
      `${now.megabytes.toFixed(0)} MB`,
    ),
    slowed('credits', 'median'),
    slowed('credits', 'longest'),
    slowed('work', 'median'),
    slowed('work', 'longest'),
  ];
}
