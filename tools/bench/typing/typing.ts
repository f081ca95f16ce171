import { join } from 'node:path';
import { Actor } from '@canar/actor';
import { programPath } from '@canar/test-programs';
import { chromium, type Browser } from '@playwright/test';
import { ms } from '../figures';
import { MeasuredProduct, workspace } from '../product';
import { report, type Row } from '../report';
import { quantile } from '../statistics';
import { EditorPage, fields, type FieldName, type Owner, type TypedKeys } from './editor-page';
import { longProfile } from './long-profile';

const rounds = Number(process.env['ROUNDS'] ?? 2);
const slowdowns = [1, 4] as const;

/** A checkout with builds of the API and the site to compare with. */
const baseline = process.env['BASELINE'] ?? '';

const method = `The editor of a profile of 40 positions with 4 bullets each, built, in Chromium at 1440 × 900, with the processor as it is (1×) and slowed down four
times (4×); 30 keys, one every 90 ms, in the headline, in the title of the twentieth position and in one of its bullets; ${rounds} rounds, in turns with the checkout that
BASELINE names, whose figures stand under "limit". Script is the processor time of all that the page's main thread runs between a key and the next, by Chromium's trace; key to paint is
the browser's Event Timing; the preview counts from the key to the frame that shows it. The form is usable when it is drawn and the main thread is free, without a cache.`;

interface Figures {
  keys: Map<string, TypedKeys>;
  usable: Map<number, number[]>;
}

/** Measures how fast the editor answers to typing in a long profile. */
export async function benchTyping(): Promise<void> {
  const checkouts = [...(baseline ? [baseline] : []), workspace];
  const executablePath = programPath('chromium', process.env) ?? undefined;
  const browser = await chromium.launch({ ...(executablePath && { executablePath }) });
  const products = await Promise.all(
    checkouts.map((checkout) =>
      MeasuredProduct.start({ SITE_DIR: join(checkout, 'apps/web/out'), RATE_LIMITS: 'relaxed' }, checkout),
    ),
  );
  try {
    const owners = await Promise.all(products.map(({ origin }) => ownerAt(origin)));
    const figures = owners.map((): Figures => ({ keys: new Map(), usable: new Map() }));
    for (let round = 0; round < rounds; round += 1) {
      for (const slowdown of slowdowns) {
        for (const [index, owner] of owners.entries())
          await measure(browser, owner, slowdown, figures[index] as Figures);
      }
    }
    await report({
      name: 'typing',
      title: 'Typing in a long profile',
      method,
      rows: rowsOf(figures.at(-1) as Figures, baseline ? figures[0] : undefined),
    });
  } finally {
    await browser.close();
    await Promise.all(products.map((product) => product.close()));
  }
}

async function ownerAt(origin: string): Promise<Owner> {
  const owner = await Actor.subscriber(origin, { name: 'Asha Raghavan' });
  const profileId = await owner.createSavedProfile('Forty positions', longProfile());
  const { email, password } = owner.account;
  return { origin, email, password, profileId };
}

async function measure(browser: Browser, owner: Owner, slowdown: number, { keys, usable }: Figures): Promise<void> {
  const { editor, usableMs } = await EditorPage.open(browser, owner, slowdown);
  usable.set(slowdown, [...(usable.get(slowdown) ?? []), usableMs]);
  await editor.watchPreview();
  for (const field of fields) {
    const typed = await editor.type(field);
    const known = keys.get(`${slowdown} ${field}`) ?? { script: [], paint: [], preview: [] };
    keys.set(`${slowdown} ${field}`, {
      script: [...known.script, ...typed.script],
      paint: [...known.paint, ...typed.paint],
      preview: [...known.preview, ...typed.preview],
    });
  }
  await editor.close();
}

interface Judged {
  what: string;
  values: (figures: Figures) => number[];
  share: number;
  maxMs?: number;
}

function rowsOf(ours: Figures, before: Figures | undefined): Row[] {
  const judged = slowdowns.flatMap((slowdown) => [
    ...fields.flatMap((field) => keyRows(slowdown, field)),
    {
      what: `${slowdown}×: form usable`,
      values: ({ usable }: Figures) => usable.get(slowdown) ?? [],
      share: 0.5,
      ...(slowdown === 4 && { maxMs: 3000 }),
    },
  ]);
  return judged.map((row) => rowOf(row, ours, before));
}

function keyRows(slowdown: number, field: FieldName): Judged[] {
  const of =
    (part: keyof TypedKeys) =>
    ({ keys }: Figures) =>
      keys.get(`${slowdown} ${field}`)?.[part] ?? [];
  const what = `${slowdown}×, ${field.toLowerCase()}`;
  const slow = slowdown === 4;
  return [
    { what: `${what}: script of a key, median`, values: of('script'), share: 0.5, ...(slow && { maxMs: 16 }) },
    { what: `${what}: script of a key, p95`, values: of('script'), share: 0.95, ...(slow && { maxMs: 50 }) },
    { what: `${what}: key to paint, p95`, values: of('paint'), share: 0.95, ...(slow && { maxMs: 100 }) },
    { what: `${what}: key to preview, median`, values: of('preview'), share: 0.5, ...(!slow && { maxMs: 100 }) },
  ];
}

function rowOf({ what, values, share, maxMs }: Judged, ours: Figures, before: Figures | undefined): Row {
  const value = quantile(values(ours), share);
  const old = before && quantile(values(before), share);
  return {
    what,
    limit: old === undefined ? '–' : ms(old),
    ours: ms(value),
    ratio: old === undefined ? '–' : (value / old).toFixed(2),
    goal: maxMs === undefined ? '–' : `≤ ${maxMs} ms`,
    met: maxMs === undefined ? null : value <= maxMs,
  };
}
