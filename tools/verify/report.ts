/** What a check saw, and whether that is what it expects. */
export interface Sight<Value = unknown> {
  readonly seen: string;
  readonly holds: boolean;
  /** What later steps go on with. */
  readonly value?: Value;
}

/** What has been checked so far. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly notWalked: number;
}

/** Ends a walk whose next steps stand on one that failed. */
class Interrupted extends Error {}

const LABEL = 42;

/** Prints one line for each check, with what was expected and what was seen, and counts. */
export class Report {
  private passed = 0;
  private failed = 0;
  private notWalked = 0;

  constructor(private readonly print: (line: string) => void) {}

  /** One check. A look that throws has failed, and the line says with what. */
  async look(check: string, expected: string, look: () => Promise<Sight>): Promise<boolean> {
    return (await this.judge(check, expected, look)).holds;
  }

  /** A check whose value the next steps need: they are left out when it fails. */
  async need<Value>(check: string, expected: string, look: () => Promise<Sight<Value>>): Promise<Value> {
    const { holds, value } = await this.judge(check, expected, look);
    if (!holds || value === undefined) throw new Interrupted();
    return value;
  }

  /** Says what was not checked, and why. */
  leaveOut(check: string, why: string): void {
    this.notWalked += 1;
    this.line('–', check, `not walked: ${why}`);
  }

  /** A chapter of checks. One that cannot go on ends alone; the next chapters are walked all the same. */
  async chapter(title: string, walk: () => Promise<void>): Promise<void> {
    this.print(`\n${title}`);
    try {
      await walk();
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      this.leaveOut(`the rest of “${title}”`, 'it stands on the step that failed');
    }
  }

  get totals(): Totals {
    return { passed: this.passed, failed: this.failed, notWalked: this.notWalked };
  }

  private async judge<Value>(
    check: string,
    expected: string,
    look: () => Promise<Sight<Value>>,
  ): Promise<Sight<Value>> {
    const sight = await look().catch((error: unknown): Sight<Value> => ({ seen: reasonOf(error), holds: false }));
    if (sight.holds) this.passed += 1;
    else this.failed += 1;
    this.line(sight.holds ? '✓' : '✗', check, `expected ${expected} · seen ${sight.seen}`);
    return sight;
  }

  private line(mark: string, check: string, rest: string): void {
    this.print(`  ${mark} ${check.padEnd(LABEL)} ${rest}`);
  }
}

/** `fetch failed` says nothing: its cause does. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${cause.message || cause.name}` : error.message;
}
