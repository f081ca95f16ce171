/** Ends the rehearsal when something is not as it should be. @throws {Error} with the sentence */
export function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(`Rehearsal: ${otherwise}.`);
}
