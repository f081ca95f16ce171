import type { Browser, CDPSession, Page } from '@playwright/test';
import { scriptOfKeys, type TraceEvent } from './trace';

/** Milliseconds of each key. */
export interface TypedKeys {
  /** script of the main thread */
  script: number[];
  /** from the key to the next frame, by the browser's Event Timing; shorter ones count as 16 */
  paint: number[];
  /** from the key to the frame after the preview has changed */
  preview: number[];
}

/** Where is typed. */
export const fields = ['Headline', 'Position', 'Bullet'] as const;

/** One of the fields. */
export type FieldName = (typeof fields)[number];

const keys = 30;
const pauseMs = 90;
const settledMs = 2_500;

declare global {
  /** what the page has measured of itself */
  var measured: { usable: number; paint: number[]; preview: number[] };
}

/** Runs in the page before its own script: when the form is there and drawn, and later how long keys take. */
function observe(): void {
  globalThis.measured = { usable: 0, paint: [], preview: [] };
  const found = new MutationObserver(() => {
    if (!document.querySelector('#section-basics input') || !document.querySelector('#section-work')) return;
    found.disconnect();
    requestAnimationFrame(() => setTimeout(() => (globalThis.measured.usable = performance.now())));
  });
  found.observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name === 'keydown') globalThis.measured.paint.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

/** Runs in the page: from a key to the frame after the preview's next change. */
function observePreview(): void {
  const hosts = [...document.querySelectorAll('#preview-pane *')].filter(({ shadowRoot }) => shadowRoot);
  const root = hosts[0]?.shadowRoot;
  if (!root) throw new Error('There is no preview.');
  let pressed: number[] = [];
  document.addEventListener('keydown', ({ timeStamp }) => pressed.push(timeStamp), true);
  new MutationObserver(() => {
    const since = pressed;
    pressed = [];
    requestAnimationFrame(() =>
      setTimeout(() => globalThis.measured.preview.push(...since.map((start) => performance.now() - start))),
    );
  }).observe(root, { childList: true, subtree: true, characterData: true });
}

/** The editor of one profile, open in a browser whose processor is slowed down. */
export class EditorPage {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  /**
   * Opens the editor of a profile in a browser that has no cache of it.
   * @param slowdown how many times slower the processor is
   */
  static async open(
    browser: Browser,
    owner: Owner,
    slowdown: number,
  ): Promise<{ editor: EditorPage; usableMs: number }> {
    const { origin, email, password, profileId } = owner;
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: origin });
    const answer = await context.request.post('/api/login', { data: { email, password } });
    if (!answer.ok()) throw new Error(`Signing in responded ${answer.status()}.`);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(observe);
    await page.goto(`/edit/?profile=${profileId}`);
    await page.waitForFunction(() => globalThis.measured.usable > 0, undefined, { timeout: 120_000 });
    const usableMs = await page.evaluate(() => globalThis.measured.usable);
    return { editor: new EditorPage(page, session), usableMs };
  }

  /** Types into a field, a key every 90 ms, and reads the trace. */
  async type(field: FieldName): Promise<TypedKeys> {
    await this.settle();
    await this.fieldOf(field);
    await this.page.keyboard.press('End');
    await this.settle();
    await this.page.evaluate(() => Object.assign(globalThis.measured, { paint: [], preview: [] }));
    const events = await this.traced(async () => {
      for (let key = 0; key < keys; key += 1) {
        await this.page.keyboard.press('abcdefghij'.charAt(key % 10));
        await this.page.waitForTimeout(pauseMs);
      }
      await this.settle();
    });
    const { paint, preview } = await this.page.evaluate(() => globalThis.measured);
    const quick = Array.from({ length: Math.max(0, keys - paint.length) }, () => 16);
    return { script: scriptOfKeys(events, pauseMs), paint: [...paint, ...quick], preview };
  }

  /** Prepares what measures the preview; once, after the page has settled. */
  async watchPreview(): Promise<void> {
    await this.settle();
    await this.page.waitForFunction(() =>
      [...document.querySelectorAll('#preview-pane *')].some(({ shadowRoot }) => shadowRoot?.querySelector('h1')),
    );
    await this.page.evaluate(observePreview);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  private async fieldOf(field: FieldName): Promise<void> {
    if (field === 'Headline') return this.page.getByLabel('Headline').focus();
    const work = this.page.locator('#section-work');
    const position = work.getByRole('button', { name: /^Director of programme 20/ });
    if ((await position.getAttribute('aria-expanded')) === 'false') await position.click();
    await work.getByLabel(field === 'Position' ? 'Position' : 'Highlight 2', { exact: true }).focus();
  }

  /** Waits until autosave and thumbnails are done. */
  private settle(): Promise<void> {
    return this.page.waitForTimeout(settledMs);
  }

  private async traced(work: () => Promise<void>): Promise<TraceEvent[]> {
    const events: TraceEvent[] = [];
    const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
    this.session.on('Tracing.dataCollected', collect);
    const complete = new Promise<void>((done) => this.session.once('Tracing.tracingComplete', () => done()));
    await this.session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['devtools.timeline', 'v8.execute'] },
    });
    await work();
    await this.session.send('Tracing.end');
    await complete;
    this.session.off('Tracing.dataCollected', collect);
    return events;
  }
}

/** Whose profile is edited, and where. */
export interface Owner {
  origin: string;
  email: string;
  password: string;
  profileId: string;
}
