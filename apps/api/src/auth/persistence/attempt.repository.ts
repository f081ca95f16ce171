import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { type AttemptLimit, secondsUntilRoom } from '../domain/attempt-limit';

/** Counts sign-in attempts. A key is locked from its first statement to the end of the unit of work. */
@Injectable()
export class AttemptRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Counts one attempt; false, and not counted, when the bucket is full. */
  async add(key: string, { burst, secondsPerAttempt }: AttemptLimit, now: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `INSERT INTO auth.sign_in_attempts AS a (key, empty_at)
       VALUES ($1, $2::timestamptz + make_interval(secs => $3))
       ON CONFLICT (key) DO UPDATE SET empty_at = greatest(a.empty_at, $2::timestamptz) + make_interval(secs => $3)
         WHERE a.empty_at <= $2::timestamptz + make_interval(secs => $3 * ($4 - 1))
       RETURNING 1`,
      [key, now, secondsPerAttempt, burst],
    );
    return rows.length === 1;
  }

  /** Takes one attempt off the count again, by the COMMIT. */
  remove(key: string, { secondsPerAttempt }: AttemptLimit): Promise<void> {
    this.unitOfWork.post(
      'UPDATE auth.sign_in_attempts SET empty_at = empty_at - make_interval(secs => $2) WHERE key = $1',
      [key, secondsPerAttempt],
    );
    return Promise.resolve();
  }

  /** Seconds until there is room for an attempt. */
  async secondsUntilRoom(key: string, limit: AttemptLimit, now: Date): Promise<number> {
    const [row] = await this.unitOfWork.query<{ emptyAt: Date }>(
      'SELECT empty_at AS "emptyAt" FROM auth.sign_in_attempts WHERE key = $1',
      [key],
    );
    return secondsUntilRoom(limit, row?.emptyAt ?? now, now);
  }

  /** Claims the mailing of a link; false while the last one is younger than the pause, in seconds. */
  async claimLink(key: string, pause: number, now: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `INSERT INTO auth.sign_in_attempts AS a (key, empty_at, link_mailed_at) VALUES ($1, $2, $2)
       ON CONFLICT (key) DO UPDATE SET link_mailed_at = $2
         WHERE a.link_mailed_at IS NULL OR a.link_mailed_at <= $2::timestamptz - make_interval(secs => $3)
       RETURNING 1`,
      [key, now, pause],
    );
    return rows.length === 1;
  }

  /** Lets the next link be mailed at once: the last one was used. */
  async releaseLink(key: string): Promise<void> {
    await this.unitOfWork.query('UPDATE auth.sign_in_attempts SET link_mailed_at = NULL WHERE key = $1', [key]);
  }
}
