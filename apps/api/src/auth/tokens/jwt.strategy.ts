import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { AccessTokenKeys } from './access-token-keys';
import { type AccessClaims, accessTokenAudience, readClaims } from './access-tokens';

/** How far the clock of another process may be ahead. */
const maxSkewSeconds = 60;

/** Verifies the Bearer token: one algorithm, our audience, an access token that has not expired. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    const keys = new AccessTokenKeys(config);
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: (_request: unknown, token: string, done: (error: null, key: Buffer) => void) =>
        done(null, keys.verifying(token)),
      algorithms: ['HS256'],
      audience: accessTokenAudience,
      // The product's clock decides, in `validate`.
      ignoreExpiration: true,
    });
  }

  validate(verified: unknown): AccessClaims | null {
    const claims = readClaims(verified);
    const now = this.clock.now().getTime() / 1000;
    return claims && claims.exp > now && claims.iat <= now + maxSkewSeconds ? claims : null;
  }
}
