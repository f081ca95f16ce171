/** The result of a check, and whether it is expected. */
export interface Observation<Value = unknown> {
  readonly seen: string;
  readonly passes: boolean;
  /** For later checks. */
  readonly value?: Value;
}

/** The numbers of checks by outcome. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Aborts a section whose next checks depend on the one that failed. */
class SectionAborted extends Error {}

const TITLE_WIDTH = 42;

/** Prints one line for each check, with the expected and the actual result, and counts them. */
export class Report {
  private passed = 0;
  private failed = 0;
  private skipped = 0;

  constructor(private readonly print: (line: string) => void) {}

  /** Runs a check; one that throws counts as failed, with the error in its line. */
  async check<Value>(
    title: string,
    expected: string,
    observe: () => Promise<Observation<Value>>,
  ): Promise<Observation<Value>> {
    const observation = await observe().catch((error: unknown): Observation<Value> => ({
      seen: messageOf(error),
      passes: false,
    }));
    if (observation.passes) this.passed += 1;
    else this.failed += 1;
    this.line(observation.passes ? '✓' : '✗', title, `expected ${expected} · seen ${observation.seen}`);
    return observation;
  }

  /** Runs a check whose value the next checks need: the rest of the section is skipped when it fails. */
  async require<Value>(title: string, expected: string, observe: () => Promise<Observation<Value>>): Promise<Value> {
    const { passes, value } = await this.check(title, expected, observe);
    if (!passes || value === undefined) throw new SectionAborted();
    return value;
  }

  skip(title: string, reason: string): void {
    this.skipped += 1;
    this.line('–', title, `skipped: ${reason}`);
  }

  /** Runs the checks of a section; when it is aborted, the next sections still run. */
  async section(title: string, checks: () => Promise<void>): Promise<void> {
    this.print(`\n${title}`);
    try {
      await checks();
    } catch (error) {
      if (!(error instanceof SectionAborted)) throw error;
      this.skip(`the rest of “${title}”`, 'it needs the check that failed');
    }
  }

  get totals(): Totals {
    return { passed: this.passed, failed: this.failed, skipped: this.skipped };
  }

  private line(mark: string, title: string, rest: string): void {
    this.print(`  ${mark} ${title.padEnd(TITLE_WIDTH)} ${rest}`);
  }
}

/** The message of the cause where there is one: "fetch failed" alone does not help. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${cause.message || cause.name}` : error.message;
}
