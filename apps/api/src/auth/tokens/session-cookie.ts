import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../platform/config/config';
import { hostCookie } from '../../platform/http/host-cookie';
import { type SessionTokenContent, SessionTokens } from './session-tokens';

/** Writes and reads the cookie that carries the session token: `__Host-canar` over https, `canar` on plain http. */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(
    private readonly config: Config,
    private readonly tokens: SessionTokens,
  ) {
    ({ name: this.name, secure: this.secure } = hostCookie(config, 'canar'));
  }

  set(reply: FastifyReply, content: SessionTokenContent): void {
    void reply.setCookie(this.name, this.tokens.write(content), {
      ...this.attributes,
      maxAge: this.config.env.JWT_EXPIRES_IN,
    });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes);
  }

  /** The content of the request's cookie, when it was made here. */
  read(request: FastifyRequest): SessionTokenContent | null {
    const token = request.cookies[this.name];
    return token === undefined ? null : this.tokens.read(token);
  }

  private get attributes() {
    return { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/' } as const;
  }
}
