/**
 * Idempotency keys for paid acts. The same act keeps its key while it is tried again, so that a lost answer never
 * charges twice; a finished act gives its key up, so that doing it once more is a new act.
 */
export class IdempotencyKeys {
  private readonly keys = new Map<string, string>();

  constructor(private readonly makeKey: () => string = randomKey) {}

  /** Runs an act under its key; `act` names it and everything that makes it this one and not another. */
  async run<T>(act: string, work: (key: string) => Promise<T>): Promise<T> {
    const key = this.keys.get(act) ?? this.makeKey();
    this.keys.set(act, key);
    const answer = await work(key);
    this.keys.delete(act);
    return answer;
  }
}

/** 128 random bits in hexadecimal; unlike `crypto.randomUUID` this works on plain http too. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The keys of this tab. */
export const idempotencyKeys = new IdempotencyKeys();
