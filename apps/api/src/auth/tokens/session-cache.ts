import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { SessionId } from '../../platform/ids/ids';
import { type LiveSession, SessionRepository } from '../persistence/session.repository';

/** How long an ended session may still act through another process. */
const seconds = 5;
const maxSessions = 20_000;

interface Seen {
  session: LiveSession;
  at: number;
}

/** Knows which sessions live, for a few seconds without asking the database. */
@Injectable()
export class SessionCache {
  private readonly seen = new Map<string, Seen>();

  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  /** The session when it may act now, or null. */
  async find(id: SessionId): Promise<LiveSession | null> {
    const now = this.clock.now();
    const known = this.seen.get(id);
    if (known && now.getTime() - known.at < seconds * 1000 && known.session.expiresAt > now) return known.session;
    const session = await this.sessions.findLive(id, now);
    this.seen.delete(id);
    if (session) this.remember(id, { session, at: now.getTime() });
    return session;
  }

  forget(id: SessionId): void {
    this.seen.delete(id);
  }

  private remember(id: SessionId, seen: Seen): void {
    if (this.seen.size >= maxSessions) {
      const oldest = this.seen.keys().next();
      if (!oldest.done) this.seen.delete(oldest.value);
    }
    this.seen.set(id, seen);
  }
}
