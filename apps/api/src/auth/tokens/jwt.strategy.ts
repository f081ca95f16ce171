import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { accessTokenKey } from './access-token-key';
import { type AccessClaims, accessTokenAudience } from './access-tokens';

/** Verifies the Bearer token: one algorithm, our audience, an access token that has not expired. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: accessTokenKey(config),
      algorithms: ['HS256'],
      audience: accessTokenAudience,
      // The product's clock decides, in `validate`.
      ignoreExpiration: true,
    });
  }

  validate(claims: AccessClaims & { exp?: number }): AccessClaims | null {
    const expired = claims.exp === undefined || claims.exp * 1000 <= this.clock.now().getTime();
    return claims.typ !== 'access' || expired ? null : claims;
  }
}
