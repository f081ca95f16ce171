import type { ApiEnv } from '@canar/api-env';

/** The parsed environment, as a dependency. */
export class Config {
  constructor(readonly env: ApiEnv) {}

  /** Every part that exists only outside production may run. */
  get isDevelopment(): boolean {
    return this.env.NODE_ENV !== 'production' || this.env.CANAR_DEMO;
  }
}
