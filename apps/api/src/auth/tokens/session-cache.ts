import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Notifications } from '../../platform/database/notifications';
import type { SessionId } from '../../platform/ids/ids';
import { provenBy } from '../domain/refresh';
import { type LiveSession, SessionRepository } from '../persistence/session.repository';

/** The channel on which the database reports sessions that have ended, or have another role. */
const sessionChannel = 'canar_session';

/** How long an ended session may still act through a process that hears nothing of it. */
const seconds = 5;
const maxSessions = 20_000;

/** How exactly the last use of a session is known. */
const useSeconds = 300;

interface Seen {
  session: LiveSession;
  at: number;
}

/** Knows which sessions live, for a few seconds without asking the database; it is notified when one of them ends. */
@Injectable()
export class SessionCache {
  private readonly seen = new Map<string, Seen>();
  private changes = 0;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
    notifications: Notifications,
  ) {
    notifications.listen(
      sessionChannel,
      (id) => this.forget(id as SessionId),
      () => this.forgetAll(),
    );
  }

  /** The session when it may act now, or null. */
  async find(id: SessionId): Promise<LiveSession | null> {
    const now = this.clock.now();
    const known = this.seen.get(id);
    if (known && now.getTime() - known.at < seconds * 1000 && known.session.expiresAt > now) return known.session;
    const { changes } = this;
    const session = await this.sessions.findLive(id, now);
    this.seen.delete(id);
    // What was read before something ended may be older than that.
    if (session && changes === this.changes) this.remember(id, { session, at: now.getTime() });
    if (session && now.getTime() - session.lastUsedAt.getTime() >= useSeconds * 1000)
      await this.sessions.touch(id, now);
    return session;
  }

  /** Notes that a client has shown a token of a generation; it is stored once, before anything else happens. */
  async prove(id: SessionId, session: LiveSession, generation: number): Promise<void> {
    if (generation <= session.provenGeneration) return;
    await this.sessions.prove(id, generation);
    session.provenGeneration = provenBy(generation, session);
  }

  forget(id: SessionId): void {
    this.changes += 1;
    this.seen.delete(id);
  }

  private forgetAll(): void {
    this.changes += 1;
    this.seen.clear();
  }

  private remember(id: SessionId, seen: Seen): void {
    if (this.seen.size >= maxSessions) {
      const oldest = this.seen.keys().next();
      if (!oldest.done) this.seen.delete(oldest.value);
    }
    this.seen.set(id, seen);
  }
}
