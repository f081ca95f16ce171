/** Fails the rehearsal when a condition is not met. @throws {Error} with the sentence */
export function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(`Rehearsal: ${otherwise}.`);
}
