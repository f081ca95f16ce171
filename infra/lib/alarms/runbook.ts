/** The addresses of the runbook's sections. */
export class Runbook {
  /** @param address of docs/runbook.md */
  constructor(private readonly address: string) {}

  /** An alarm's description: its sentence, and the address of the section with the alarm's name. */
  describe(alarm: string, description: string): string {
    return `${description}. What to do: ${this.address}#${alarm.toLowerCase()}`;
  }
}
