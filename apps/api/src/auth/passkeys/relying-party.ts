import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';

/**
 * For whom passkeys are made: the host of PUBLIC_URL. Browsers offer them for this host only, so passkeys are void once
 * the product moves to another one.
 */
@Injectable()
export class RelyingParty {
  readonly id: string;
  readonly origin: string;
  readonly name = 'Canar';

  constructor(config: Config) {
    const { hostname, origin } = new URL(config.env.PUBLIC_URL);
    this.id = hostname;
    this.origin = origin;
  }
}
