import { Injectable } from '@nestjs/common';

type Check = () => Promise<unknown>;

/** What this process stands on, each part with a check that rejects while it cannot be reached. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, Check>();

  /** Adds a part. */
  register(part: string, check: Check): void {
    this.checks.set(part, check);
  }

  /** Asks every part at once, two seconds at most. */
  async check(): Promise<{ ready: boolean; unreachable: string[] }> {
    const parts = [...this.checks];
    const answers = await Promise.allSettled(parts.map(([, check]) => withinSeconds(2, check())));
    const unreachable = parts.filter((_, index) => answers[index]?.status === 'rejected').map(([part]) => part);
    return { ready: unreachable.length === 0, unreachable };
  }
}

function withinSeconds(seconds: number, work: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), seconds * 1000);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
