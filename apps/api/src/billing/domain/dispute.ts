/** A dispute of a payment: a bank takes the money back until it is decided. Its steps may be reported in any order. */
export interface Dispute {
  openedAt: Date | null;
  /** The money stays with us. */
  wonAt: Date | null;
  /** The money is gone; a dispute that was lost stays lost. */
  lostAt: Date | null;
}

/** A stretch in which paid time is not given: from an instant until before another, or until further notice. */
export interface Suspension {
  from: Date;
  until: Date | null;
}

/** Paid time with what disputes have made of it. */
interface SuspendedTime {
  end: Date;
  suspensions: Suspension[];
}

/**
 * Suspends paid time while it is disputed. What is won back is added at the end, so that the buyer loses nothing; what is lost is
 * not: its refund ends the time.
 */
export function suspend(start: Date, end: Date, disputes: readonly Dispute[]): SuspendedTime {
  const suspensions: Suspension[] = [];
  let [free, extended] = [Number(start), Number(end)];
  for (const { openedAt, wonAt, lostAt } of inOrder(disputes)) {
    const from = Math.max(Number(openedAt), free);
    const until = lostAt ?? wonAt;
    if (until !== null && Number(until) <= from) continue;
    suspensions.push({ from: new Date(from), until });
    if (until === null) break;
    free = Number(until);
    if (lostAt === null && from < extended) extended += free - from;
  }
  return { end: new Date(extended), suspensions };
}

/** The suspension at an instant; null when the time is given. */
export function suspensionAt(suspensions: readonly Suspension[], now: Date): Suspension | null {
  return suspensions.find(({ from, until }) => from <= now && (until === null || now < until)) ?? null;
}

function inOrder(disputes: readonly Dispute[]): Dispute[] {
  return disputes
    .filter(({ openedAt }) => openedAt !== null)
    .sort((one, other) => Number(one.openedAt) - Number(other.openedAt) || lastsUntil(one) - lastsUntil(other));
}

function lastsUntil({ wonAt, lostAt }: Dispute): number {
  const until = lostAt ?? wonAt;
  return until === null ? Number.MAX_SAFE_INTEGER : Number(until);
}
