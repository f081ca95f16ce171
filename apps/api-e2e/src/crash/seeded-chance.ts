/** Numbers that look random and are the same for the same seed (mulberry32). */
export class SeededChance {
  private state: number;

  /** @param seed a whole number from 0 to 2^32 − 1 */
  constructor(seed: number) {
    this.state = seed;
  }

  /** A whole number from 0 up to, not including, the bound. */
  below(bound: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  }
}
