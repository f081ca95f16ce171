/** Where the sections of the runbook stand. */
export class Runbook {
  /** @param address of docs/runbook.md */
  constructor(private readonly address: string) {}

  /** An alarm's description: what it says, and the section that is called as the alarm is. */
  describe(alarm: string, description: string): string {
    return `${description}. What to do: ${this.address}#${alarm.toLowerCase()}`;
  }
}
