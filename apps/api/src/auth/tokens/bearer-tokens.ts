import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { deriveKey } from '../../platform/config/keys';
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
      // A KeyObject, never a string: jsonwebtoken would try to parse a string as a public key on every request.
      secretOrKey: deriveKey(config.env.JWT_SECRET, 'access-token') as unknown as Buffer,
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
